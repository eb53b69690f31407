// Why octets are refused: what `readServiceIndication`, `readServiceLoading` and `readPush` answer in RESULT.

/** Of either. */
export const TRUNCATED: i32 = 1

/** Of a document: wbxml-reader.ts. */
export const BAD_VERSION: i32 = 2
export const BAD_PUBLIC_ID: i32 = 3
export const BAD_STRING_TABLE: i32 = 4
export const BAD_TAG: i32 = 5
export const BAD_ATTRIBUTE: i32 = 6
export const BAD_VALUE: i32 = 7
export const BAD_CHARACTER: i32 = 8
export const BAD_DATE: i32 = 9
export const TOO_LONG: i32 = 10
export const TRAILING: i32 = 11
export const BAD_NUMBER: i32 = 12

/** Of a Push PDU: push.ts. */
export const BAD_TYPE: i32 = 13
export const BAD_CONTENT_TYPE: i32 = 14
export const BAD_HEADER: i32 = 15
