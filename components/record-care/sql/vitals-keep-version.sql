INSERT INTO measurement_versions (measurement_id, version, measured_at, readings, glucose_timing, note, corrected_at,
                                  corrected_by_user_id, corrected_by_name, corrected_by_profession,
                                  corrected_by_organization_name, reason)
SELECT id, version, measured_at, readings, glucose_timing, note, ?2, ?3, ?4, ?5, ?6, ?7 FROM measurements WHERE id = ?1
