SELECT register, name, headings, content, saved, actor FROM mapping WHERE register = ?1 ORDER BY saved DESC, name
