SELECT count(*) AS count FROM users WHERE desk = 'city'
