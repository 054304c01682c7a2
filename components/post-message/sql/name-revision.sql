SELECT revision FROM name_revision WHERE id = 1
