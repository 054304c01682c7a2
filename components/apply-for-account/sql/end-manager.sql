UPDATE organization_managers SET until = ?2 WHERE id = ?1 AND until IS NULL
