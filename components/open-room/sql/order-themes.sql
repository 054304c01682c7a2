UPDATE room_themes SET position = o.key + 1 FROM json_each(?1) o WHERE room_themes.id = o.value
