UPDATE registrants
   SET name = '', name_key = '', kana = '', kana_key = '', birth_date = '', postal_code = '', address = '', phone = ''
 WHERE id = ?1
