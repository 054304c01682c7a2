SELECT month, what AS name, count FROM usage_counts WHERE month BETWEEN ?1 AND ?2
