/** How a campaign file is written. */
export type Format = 'lines' | 'ndjson' | 'csv' | 'tsv'

export const FORMATS: readonly Format[] = ['lines', 'ndjson', 'csv', 'tsv']

const EXTENSIONS: Readonly<Record<string, Format>> = {
  ndjson: 'ndjson',
  jsonl: 'ndjson',
  json: 'ndjson',
  csv: 'csv',
  tsv: 'tsv',
  tab: 'tsv',
}

/** The format by the file's name, with or without `.gz` at the end. */
export function detectFormat(name: string): Format {
  const extension = /\.([^./\\]+?)(?:\.gz)?$/i.exec(name)?.[1]
  return EXTENSIONS[extension?.toLowerCase() ?? ''] ?? 'lines'
}

/** The usual names of a column of texts, and of phones. The first name that the file has is used. */
export const TEXT_COLUMNS = [
  ...[
    'text',
    'message',
    'mes',
    'body',
    'sms',
    'msg',
    'content',
    'message text',
    'message_text',
    'sms text',
    'sms_text',
  ],
  ...['message body', 'message_body', 'текст', 'сообщение', 'nachricht', 'texto', 'mensaje', 'mensagem', 'texte'],
  ...[
    'текст сообщения',
    'повідомлення',
    'текст повідомлення',
    'tekst',
    'wiadomość',
    'treść',
    'testo',
    'messaggio',
    'mesaj',
  ],
]
export const PHONE_COLUMNS = [
  ...[
    'phone',
    'phones',
    'to',
    'number',
    'msisdn',
    'recipient',
    'mobile',
    'phone number',
    'phone_number',
    'phonenumber',
  ],
  ...['mobile number', 'mobile_number', 'mobile phone', 'mobile_phone', 'cell', 'cell phone', 'telephone', 'tel'],
  ...[
    'destination',
    'recipients',
    'телефон',
    'номер',
    'telefon',
    'handynummer',
    'telefono',
    'teléfono',
    'telefone',
    'téléphone',
  ],
  ...[
    'номер телефона',
    'мобильный телефон',
    'номер телефону',
    'numer telefonu',
    'telefonnummer',
    'mobilnummer',
    'telefoon',
  ],
]
