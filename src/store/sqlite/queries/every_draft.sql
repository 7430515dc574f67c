SELECT id, register, actor, saved, content FROM draft
