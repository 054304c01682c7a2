-- Whether or not the data were deleted: the record of views is kept (R38).
SELECT id FROM registrants WHERE id = ?1
