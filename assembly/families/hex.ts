// The hex family: octets as hexadecimal digits, and back.
export { readHex, writeHex } from '../hex'
export { OCTETS, RESULT, TEXT, WINDOW } from '../memory'
