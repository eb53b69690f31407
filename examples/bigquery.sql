-- Segments by account in BigQuery. Not run there: it follows BigQuery's documentation. First: gsutil cp dist/udf.js gs://BUCKET/udf.js
CREATE TEMP FUNCTION segments(text STRING) RETURNS INT64 DETERMINISTIC LANGUAGE js
OPTIONS (library = ['gs://BUCKET/udf.js']) AS r"""
return septet.segments(text)
""";

SELECT account, SUM(segments(text)) AS segments FROM messages GROUP BY account;
