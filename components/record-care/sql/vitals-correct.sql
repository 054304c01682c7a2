UPDATE measurements
   SET measured_at = ?2, readings = ?3, glucose_timing = ?4, note = ?5, corrected_at = ?6, version = version + 1
 WHERE id = ?1
