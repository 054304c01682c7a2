SELECT min(100, (SELECT coalesce(sum(waiting.unread_count), 0)
                   FROM (SELECT p.unread_count
                           FROM mail_boxes b JOIN mail_places p ON p.box_id = b.id
                          WHERE b.user_id = ?1 AND p.unread_count > 0 AND p.is_archived = 0
                          LIMIT 100) waiting)) AS mine_unread,
       iif(?2 IS NULL, NULL,
           min(100, (SELECT coalesce(sum(waiting.unread_count), 0)
                       FROM (SELECT p.unread_count
                               FROM mail_boxes b JOIN mail_places p ON p.box_id = b.id
                              WHERE b.desk = ?2 AND p.unread_count > 0 AND p.is_archived = 0
                              LIMIT 100) waiting))) AS desk_unread
