// TS 23.040 9.2.3.24: what a user data header can have, in the standard's words. Positions and lengths of text count
// characters of the segment that the element is in; an extension character counts as one.

/** An information element of the user data header. */
export type InformationElement =
  | ConcatElement
  | SpecialMessageElement
  | PortsElement
  | SmscControlElement
  | TextFormattingElement
  | PredefinedElement
  | PictureElement
  | Rfc822Element
  | HyperlinkElement
  | ReplyAddressElement
  | ShiftElement
  | UnknownElement

/** 00 and 08: one segment of a longer message (9.2.3.24.1, .8). */
export interface ConcatElement {
  type: 'concat'
  /** Width of the reference in bits. */
  bits: 8 | 16
  /** The same number in all segments of a message: 0 to 255, or to 65,535. */
  reference: number
  /** Segments of the message, 1 to 255; a receiver ignores the element for 0. */
  total: number
  /** From 1; a receiver ignores the element for 0, and above the total. */
  sequence: number
}

/** 01: messages of a kind are waiting (9.2.3.24.2). */
export interface SpecialMessageElement {
  type: 'specialMessage'
  kind: 'voice' | 'fax' | 'email' | 'other' | 'video'
  /** Whether the short message is kept after the indication was taken from it. */
  store: boolean
  /** Multiple subscriber profile. Default 1. */
  profile?: 2 | 3 | 4
  /** Messages waiting: 0 to 254, and 255 for 255 or more. */
  count: number
}

/** 04 and 05: application ports (9.2.3.24.3, .4). */
export interface PortsElement {
  type: 'ports'
  /** Width of a port in bits: 8 (ports 240 to 255 are in use) or 16. */
  bits: 8 | 16
  /** Port of the receiver: 0 to 255, or to 65,535. */
  destination: number
  /** Port of the sender. */
  source: number
}

/**
 * 06: what the service centre shall report, and how (9.2.3.24.5). A member that is absent is not asked for. Reading
 * leaves out members that are not set.
 */
export interface SmscControlElement {
  type: 'smscControl'
  /** Report that the short message is completed. */
  completed?: boolean
  /** Report a permanent error. */
  permanentError?: boolean
  /** Report a temporary error after which the centre tries no more. */
  temporaryError?: boolean
  /** Report a temporary error after which the centre still tries. */
  stillTrying?: boolean
  /** A report cancels those of the rest of a concatenated message. */
  cancelRest?: boolean
  /** The report carries the original user data header. */
  includeHeader?: boolean
}

/**
 * How text looks in EMS. A member that is absent has its default: left, normal, no style. Reading leaves out members
 * that have their default.
 */
export interface TextFormat {
  /** Default `'left'`. `'language'` is the side where the script begins. */
  alignment?: 'left' | 'center' | 'right' | 'language'
  /** Default `'normal'`. */
  size?: 'normal' | 'large' | 'small'
  bold?: boolean
  italic?: boolean
  underline?: boolean
  strikethrough?: boolean
  /** Colour of the text. Both colours must be given, since they are in one octet. */
  foreground?: Color
  background?: Color
}

/** The sixteen colours of 9.2.3.24.10.1.1. */
export type Color =
  | 'black'
  | 'dark-grey'
  | 'dark-red'
  | 'dark-yellow'
  | 'dark-green'
  | 'dark-cyan'
  | 'dark-blue'
  | 'dark-magenta'
  | 'grey'
  | 'white'
  | 'bright-red'
  | 'bright-yellow'
  | 'bright-green'
  | 'bright-cyan'
  | 'bright-blue'
  | 'bright-magenta'

/** 0A: text formatting of EMS (9.2.3.24.10.1.1). */
export interface TextFormattingElement extends TextFormat {
  type: 'textFormatting'
  /** Characters of the segment before this place. */
  start: number
  /** Characters that are formatted; 0: all from here on. */
  length: number
}

/** 0B and 0D: a sound or an animation that the phone has (9.2.3.24.10.1.2, .4). */
export interface PredefinedElement {
  type: 'predefinedSound' | 'predefinedAnimation'
  /** Characters of the segment before this place. */
  position: number
  /** Which one: sounds 0 to 9, animations 0 to 14 are defined. */
  number: number
}

/** 10 and 11: a black and white picture of 32 x 32 or 16 x 16 dots (9.2.3.24.10.1.7, .8). */
export interface PictureElement {
  type: 'largePicture' | 'smallPicture'
  /** Characters of the segment before this place. */
  position: number
  /** A bit for each dot, row by row from the top, the left dot in the high bit: 128 octets, or 32. */
  data: Uint8Array
}

/** 20: the text begins with an RFC 822 header (9.2.3.24.11). */
export interface Rfc822Element {
  type: 'rfc822'
  /** Characters of that header. */
  length: number
}

/** 21: a title in the text, followed by its URL (9.2.3.24.10.1.15). */
export interface HyperlinkElement {
  type: 'hyperlink'
  /** Where the title begins, in characters of the whole message. */
  position: number
  /** Characters of the title, 0 to 255. */
  titleLength: number
  /** Characters of the URL after it, 0 to 255. */
  urlLength: number
}

/** 22: the address that replies go to, instead of the sender (9.2.3.24.12). */
export interface ReplyAddressElement {
  type: 'replyAddress'
  /** At most twenty digits, of 0 to 9, `*`, `#`, `a`, `b` and `c`; or GSM-7 characters where the type is alphanumeric. */
  address: string
  /** Type-of-address (9.1.2.5): 0x91 international, 0x81 unknown, 0xA1 national, 0xD0 alphanumeric ... */
  typeOfAddress: number
}

/** 24 and 25: the national language whose table replaces the extension table, or the main table (9.2.3.24.15, .16). */
export interface ShiftElement {
  type: 'singleShift' | 'lockingShift'
  /** National language identifier of TS 23.038 6.2.1.2.4. */
  language: number
}

/** Any other element; and an element of the types above, where its type cannot keep every bit of its octets. */
export interface UnknownElement {
  type: 'unknown'
  /** Its identifier, 0 to 255. */
  id: number
  /** Its octets after identifier and length, at most 255. */
  data: Uint8Array
}
