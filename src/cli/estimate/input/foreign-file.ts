/** The first octets of files that are not text, and the words for them. */
const FOREIGN: readonly (readonly [octets: readonly number[], words: string])[] = [
  [[0x50, 0x4b, 5, 6], 'is an empty ZIP archive'],
  [
    [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
    'is an old Office document, such as an Excel workbook; save it as CSV',
  ],
  [[0x28, 0xb5, 0x2f, 0xfd], 'is packed with zstd; unpack it first'],
  [[...Buffer.from('BZh91AY&SY')], 'is packed with bzip2; unpack it first'],
  [[0xfd, ...Buffer.from('7zXZ'), 0], 'is packed with xz; unpack it first'],
  [[...Buffer.from('7z'), 0xbc, 0xaf, 0x27, 0x1c], 'is a 7z archive; unpack it first'],
]

/** The local file header of ZIP (APPNOTE 4.3.7), and the offset of the file's name in it. */
const ZIP = [0x50, 0x4b, 3, 4]
const ZIP_NAME = 30

/** Says what a file is that has no rows of text; undefined if it may have some. */
export function detectForeignFile(first: Buffer): string | undefined {
  if (beginsWith(first, ZIP)) return describeZip(first)
  return FOREIGN.find(([octets]) => beginsWith(first, octets))?.[1]
}

function beginsWith(first: Buffer, octets: readonly number[]): boolean {
  return octets.every((octet, index) => first[index] === octet)
}

/** Spreadsheets are ZIP archives: the names of their files tell them apart. */
function describeZip(first: Buffer): string {
  const names = first.toString('latin1', ZIP_NAME)
  if (names.startsWith('mimetypeapplication/vnd.oasis.opendocument.spreadsheet')) {
    return 'is an OpenDocument spreadsheet; save it as CSV'
  }
  if (names.includes('xl/')) return 'is an Excel workbook; save it as CSV'
  if (/^(?:\[Content_Types\]|_rels\/|docProps\/)/.test(names)) {
    return 'is an Office document, such as an Excel workbook; save it as CSV'
  }
  return 'is a ZIP archive; unpack it first'
}
