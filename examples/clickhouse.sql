-- What each account was billed for, and what it will be billed: after dist/clickhouse.sql, in ClickHouse 26.6 or later.
CREATE TABLE sent
(
    account UInt32,
    at DateTime,
    text String,
    segments UInt32 MATERIALIZED smsSegments(text)
)
ENGINE = MergeTree ORDER BY (account, at);

CREATE TABLE billed (account UInt32, month Date, segments UInt64) ENGINE = SummingMergeTree ORDER BY (account, month);

CREATE MATERIALIZED VIEW bill TO billed AS
SELECT account, toStartOfMonth(at) AS month, sum(smsSegments(text)) AS segments FROM sent GROUP BY account, month;

INSERT INTO sent VALUES (1, '2026-11-29 12:00:00', 'Your code is 1234'), (1, '2026-11-30 09:00:00', 'Ваш код: 1234');

SELECT account, month, sum(segments) FROM billed GROUP BY account, month; -- 1 | 2026-11-01 | 2

-- Which messages are UCS-2 for one character that has a look-alike in GSM-7?
SELECT count() FROM sent WHERE smsCount(text).encoding = 'UCS-2' AND smsCount(translateUTF8(text, '’“”–…', '\'""-.')).encoding = 'GSM-7'; -- 0
