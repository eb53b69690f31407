/**
 * TS 23.038 6.2.1 and 6.2.1.1: the GSM 7 bit default alphabet and its extension table, printed as the standard prints
 * them. A row is the low four bits of the code (b4 to b1), a column the upper three (b7 to b5).
 */
const MAIN_TABLE = `
  @   Δ   SP  0   ¡   P   ¿   p
  £   _   !   1   A   Q   a   q
  $   Φ   "   2   B   R   b   r
  ¥   Γ   #   3   C   S   c   s
  è   Λ   ¤   4   D   T   d   t
  é   Ω   %   5   E   U   e   u
  ù   Π   &   6   F   V   f   v
  ì   Ψ   '   7   G   W   g   w
  ò   Σ   (   8   H   X   h   x
  Ç   Θ   )   9   I   Y   i   y
  LF  Ξ   *   :   J   Z   j   z
  Ø   ESC +   ;   K   Ä   k   ä
  ø   Æ   ,   <   L   Ö   l   ö
  CR  æ   -   =   M   Ñ   m   ñ
  Å   ß   .   >   N   Ü   n   ü
  å   É   /   ?   O   §   o   à
`

const EXTENSION_TABLE = String.raw`
  --  --  --  --  |   --  --  --
  --  --  --  --  --  --  --  --
  --  --  --  --  --  --  --  --
  --  --  --  --  --  --  --  --
  --  ^   --  --  --  --  --  --
  --  --  --  --  --  --  €   --
  --  --  --  --  --  --  --  --
  --  --  --  --  --  --  --  --
  --  --  {   --  --  --  --  --
  --  --  }   --  --  --  --  --
  FF  --  --  --  --  --  --  --
  --  --  --  --  --  --  --  --
  --  --  --  [   --  --  --  --
  --  --  --  ~   --  --  --  --
  --  --  --  ]   --  --  --  --
  --  --  \   --  --  --  --  --
`

const NAMED: Record<string, string | undefined> = {
  SP: ' ',
  LF: '\n',
  CR: '\r',
  FF: '\f',
  ESC: undefined,
  '--': undefined,
}

export const ESCAPE = 0x1b

/** Code to character; the escape is no character. */
export const mainTable = read(MAIN_TABLE)

/** Code after an escape to character. */
export const extensionTable = read(EXTENSION_TABLE)

function read(table: string): Map<number, string> {
  const characters = new Map<number, string>()
  const rows = table.trim().split('\n')
  for (let low = 0; low < 16; low++) {
    const cells = rows[low]!.trim().split(/\s+/)
    for (let high = 0; high < 8; high++) {
      const cell = cells[high]!
      const character = cell in NAMED ? NAMED[cell] : cell
      if (character !== undefined) characters.set(high * 16 + low, character)
    }
  }
  return characters
}
