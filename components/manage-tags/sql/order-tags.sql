UPDATE tags SET position = o.key + 1 FROM json_each(?1) o WHERE tags.id = o.value
