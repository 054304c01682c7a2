-- Forms that are submitted by internal mail (R12, R29), and the scans of consents that came so (R19).

-- A mail that was submitted as a form. Its life is that of an application, form 9; what it says stands in its thread.
CREATE TABLE mailed_forms (
  application_id  INTEGER PRIMARY KEY REFERENCES applications (id),
  thread_id       INTEGER NOT NULL UNIQUE REFERENCES mails (id),   -- which it began
  sender_user_id  INTEGER NOT NULL REFERENCES users (id),
  form            INTEGER NOT NULL,                                -- as the sender chose it
  entered_id      INTEGER REFERENCES applications (id)             -- what a clerk entered from it, or put it with
) STRICT;
CREATE INDEX mailed_forms_entered ON mailed_forms (entered_id) WHERE entered_id IS NOT NULL;

-- The file of a mail that counts as the original.
ALTER TABLE support_room_checks ADD COLUMN original_file_id INTEGER REFERENCES mail_files (id);
ALTER TABLE consents ADD COLUMN original_file_id INTEGER REFERENCES mail_files (id);
-- Files that were never sent are deleted; each deletion asks whether it is an original.
CREATE INDEX support_room_checks_of_file ON support_room_checks (original_file_id) WHERE original_file_id IS NOT NULL;
CREATE INDEX consents_of_file ON consents (original_file_id) WHERE original_file_id IS NOT NULL;

-- What was told long ago goes: what proves something stands in the audit trail, not here.
INSERT INTO settings (name, value) VALUES ('notification_days', '400');
CREATE INDEX deliveries_by_age ON deliveries (created_at);
CREATE INDEX deliveries_of_notification ON deliveries (notification_id);
CREATE INDEX notifications_by_age ON notifications (at);
