SELECT json_group_array(file_id) AS files FROM mail_draft_files WHERE draft_id = ?1
