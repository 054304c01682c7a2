INSERT INTO mail_copies (box_id, thread_id, mail_id, position, is_sent, is_received)
SELECT b.id, ?2, ?1, copy.key, copy.value ->> '$.is_sent', copy.value ->> '$.is_received'
  FROM json_each(?3) copy
  JOIN mail_boxes b ON b.user_id = copy.value ->> '$.user' OR b.desk = copy.value ->> '$.desk'
