SELECT count(*) AS themes FROM room_themes
