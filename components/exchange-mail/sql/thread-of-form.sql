-- The thread by which something was submitted, and the box of the desk ?2.
SELECT f.thread_id, b.id AS box_id
  FROM mailed_forms f JOIN mail_boxes b ON b.desk = ?2
 WHERE f.application_id = ?1
