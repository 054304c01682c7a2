SELECT count(*) AS total, count(posted_at) AS posted FROM notices WHERE application_id = ?1
