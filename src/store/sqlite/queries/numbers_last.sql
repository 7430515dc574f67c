SELECT register, year, last FROM number_series
