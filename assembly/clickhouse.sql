-- septet in ClickHouse 26.3 or later: the module, and the functions that it has. You can run this file again,
-- and a later version of it. docs/clickhouse.md says what it needs, and how a cluster gets it.

-- The name of the module depends on its content, since a module that functions use is never replaced.
INSERT INTO system.webassembly_modules (name, code) SELECT '{name}', base64Decode('{module}');

-- Segments of a text: 160 and 153 septets in GSM-7, 70 and 67 units in UCS-2.
CREATE OR REPLACE FUNCTION smsSegments LANGUAGE WASM FROM '{name}' :: 'sms_segments'
  ARGUMENTS (text String)
  RETURNS UInt32
  ABI BUFFERED_V1 DETERMINISTIC SETTINGS {settings};

-- Its encoding, units and segments.
CREATE OR REPLACE FUNCTION smsCount LANGUAGE WASM FROM '{name}' :: 'sms_count'
  ARGUMENTS (text String)
  RETURNS Tuple(encoding Enum8('GSM-7' = 0, 'UCS-2' = 1), units UInt32, segments UInt32)
  ABI BUFFERED_V1 DETERMINISTIC SETTINGS {settings};

-- The same with limits of your own: the units of one segment, and of each of several.
CREATE OR REPLACE FUNCTION smsSegmentsWithin LANGUAGE WASM FROM '{name}' :: 'sms_segments_within'
  ARGUMENTS (text String, gsm7_single UInt32, gsm7_multi UInt32, ucs2_single UInt32, ucs2_multi UInt32)
  RETURNS UInt32
  ABI BUFFERED_V1 DETERMINISTIC SETTINGS {settings};

CREATE OR REPLACE FUNCTION smsCountWithin LANGUAGE WASM FROM '{name}' :: 'sms_count_within'
  ARGUMENTS (text String, gsm7_single UInt32, gsm7_multi UInt32, ucs2_single UInt32, ucs2_multi UInt32)
  RETURNS Tuple(encoding Enum8('GSM-7' = 0, 'UCS-2' = 1), units UInt32, segments UInt32)
  ABI BUFFERED_V1 DETERMINISTIC SETTINGS {settings};
