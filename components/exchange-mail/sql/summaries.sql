-- The threads ?1 as they lie in the box ?2. Who is in a thread: the boxes of the mails that lie here, no others; of
-- each mail its sender first.
SELECT p.thread_id, first.subject, p.last_mail_id, last.at AS last_at, u.name AS last_from_name,
       last.from_desk AS last_from_desk, substr(replace(last.body, char(10), ' '), 1, 80) AS excerpt,
       p.mail_count, p.unread_count, p.has_files, p.is_archived, p.is_starred,
       (SELECT json_group_array(json_object('name', q.name, 'desk', b.desk) ORDER BY party.place)
          FROM (SELECT c.box_id, min(c.mail_id * 1000 + iif(c.is_sent, 0, 1 + c.position)) AS place
                  FROM (SELECT x.mail_id FROM mail_copies x
                         WHERE x.box_id = ?2 AND x.thread_id = p.thread_id
                         ORDER BY x.mail_id DESC
                         LIMIT 50) seen
                  JOIN mail_copies c ON c.mail_id = seen.mail_id
                 GROUP BY c.box_id) party
          JOIN mail_boxes b ON b.id = party.box_id
          LEFT JOIN users q ON q.id = b.user_id) AS people
  FROM json_each(?1) asked
  JOIN mail_places p ON p.box_id = ?2 AND p.thread_id = asked.value
  JOIN mails first ON first.id = p.first_mail_id
  JOIN mails last ON last.id = p.last_mail_id
  JOIN users u ON u.id = last.from_user_id
 ORDER BY p.last_mail_id DESC
