// WAP-167, WAP-168, WAP-192, WAP-230: the numbers of the push family that the core and its callers share. ../abi.ts has the others.

/** MIBEnum of UTF-8 (IANA). */
export const UTF_8: i32 = 106

// Why `readServiceIndication`, `readServiceLoading` and `readPush` refuse octets: place 0 of RESULT, the offset at place 1.

export const REASON: i32 = 0
export const REASON_AT: i32 = 1

/** The octets end too early. */
export const TRUNCATED: i32 = 1

// Of a document: wbxml-reader.ts.
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
export const EMPTY_DATE: i32 = 16

// Of a Push PDU: push.ts.
export const BAD_TYPE: i32 = 13
export const BAD_CONTENT_TYPE: i32 = 14
export const BAD_HEADER: i32 = 15

/** Place of RESULT after a document was read: the MIBEnum of its charset. */
export const DOCUMENT_CHARSET: i32 = 0

// Kinds of field. The kind of an attribute is its token.

/** WAP-167 8.1: Service Indication. 05 to 09 are the actions, in the order signal-none, -low, -medium, -high, delete. */
export const SI_ACTION: i32 = 0x05
export const SI_LAST_ACTION: i32 = 0x09
export const SI_CREATED: i32 = 0x0a
export const SI_HREF: i32 = 0x0b
export const SI_EXPIRES: i32 = 0x10
export const SI_ID: i32 = 0x11
export const SI_CLASS: i32 = 0x12

/** These are no attributes: the text of the indication; and the text of an item, which comes after its class. */
export const SI_TEXT: i32 = 0x00
export const SI_TEXT_OF_ITEM: i32 = 0x01

/** WAP-168 8.1: Service Loading. 05 to 07 are the actions, in the order execute-low, execute-high, cache. */
export const SL_ACTION: i32 = 0x05
export const SL_LAST_ACTION: i32 = 0x07
export const SL_HREF: i32 = 0x08

// Places of RESULT after `readPush`. A number is -1 where it is absent, or is text.

export const TRANSACTION_ID: i32 = 0
export const CONTENT_TYPE: i32 = 1
export const CHARSET: i32 = 2
export const APPLICATION_ID: i32 = 3

/** A text: the offset in OCTETS where it begins, and at the next place where it ends; -1 where there is none. */
export const CONTENT_TYPE_TEXT: i32 = 4
export const APPLICATION_ID_TEXT: i32 = 6
