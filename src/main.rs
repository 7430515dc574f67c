//! tmp
fn main() {
    let vault = std::env::args().nth(1).map(Into::into);
    let r = peildatum::desk::open(
        vault,
        None,
        peildatum::desk::Renderer::Auto,
        "jansen".into(),
        peildatum::clock::Clock::system(),
    );
    if let Err(e) = r {
        eprintln!("{e}");
    }
}
