SELECT changes() AS changed
