SELECT EXISTS (SELECT 1 FROM revision WHERE instr(changes, ?1)) OR EXISTS (SELECT 1 FROM draft WHERE instr(content, ?1))
