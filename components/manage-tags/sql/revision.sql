SELECT revision FROM tag_revision WHERE id = 1
