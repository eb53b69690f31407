/** The service's error codes that a request alone can cause: parameters, date, sender, phones. */
export type ServiceCode = 1 | 5 | 6 | 7

/** All error codes of the service. */
export type ServiceErrorCode = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10

/** One of the service's errors. */
export interface ServiceError {
  code: ServiceErrorCode
  /** A stable name. */
  name: string
  /** The service's own words in an answer. No answer with 4 or 10 is public; their words are ours. */
  answer: string
  /** What it means. */
  en: string
  ru: string
  /** Whether the same request may succeed a minute later. */
  retry: boolean
  /** Whether the answer has the id of the message: it has one if the error is found after the id is assigned. */
  hasId: boolean
}

type More = { readonly retry?: true; readonly hasId?: true }
type ErrorRow = readonly [name: string, answer: string, en: string, ru: string, more?: More]

function createTable(rows: readonly ErrorRow[]): Readonly<Record<ServiceErrorCode, Readonly<ServiceError>>> {
  const table = Object.create(null) as Record<ServiceErrorCode, Readonly<ServiceError>>
  for (const [index, [name, answer, en, ru, more]] of rows.entries()) {
    const code = (index + 1) as ServiceErrorCode
    table[code] = { code, name, answer, en, ru, retry: more?.retry === true, hasId: more?.hasId === true }
  }
  return Object.freeze(table)
}

/**
 * The errors that the service returns, by `error_code`. 1 to 9 are on its API page. 10 is known from clients that send
 * `imgcode`.
 *
 * @example
 * serviceErrors[9].name // 'duplicate-request'
 * serviceErrors[7].ru // 'Неверный формат номера телефона'
 */
export const serviceErrors: Readonly<Record<ServiceErrorCode, Readonly<ServiceError>>> = /* @__PURE__ */ createTable([
  ['parameters', 'parameters error', 'Wrong parameters', 'Ошибка в параметрах'],
  [
    'authorization',
    'authorise error',
    'Wrong login or password, or an IP address that the account does not allow',
    'Неверный логин или пароль, либо IP-адрес не входит в список разрешённых',
  ],
  [
    'no-money',
    'no money',
    'Not enough money in the account',
    'Недостаточно средств на счёте',
    {
      hasId: true,
    },
  ],
  [
    'blocked-address',
    'ip is blocked',
    'The IP address is blocked for a while, after frequent errors in requests',
    'IP-адрес временно заблокирован из-за частых ошибок в запросах',
    { retry: true },
  ],
  ['date', 'invalid date', 'Wrong format of the date', 'Неверный формат даты'],
  [
    'denied',
    'message is denied',
    'The message is forbidden, for its text or its sender',
    'Сообщение запрещено по тексту или по имени отправителя',
    { hasId: true },
  ],
  [
    'number',
    'invalid number',
    'Wrong format of the phone number',
    'Неверный формат номера телефона',
    {
      hasId: true,
    },
  ],
  [
    'undeliverable',
    "can't to deliver",
    'The message cannot be delivered to this number',
    'Сообщение на указанный номер не может быть доставлено',
    { hasId: true },
  ],
  [
    'duplicate-request',
    'duplicate request, wait a minute',
    'The same message twice, or the same question for its cost more than five times, within a minute',
    'Более одного одинакового запроса на отправку либо более пяти на получение стоимости в течение минуты',
    { retry: true },
  ],
  ['captcha', 'wrong captcha code', 'Wrong code of the picture (imgcode)', 'Неверный код с картинки (imgcode)'],
])

/** Finds an error by its code; undefined for a newer code that this table does not have. */
export function findServiceError(code: number): Readonly<ServiceError> | undefined {
  return Object.hasOwn(serviceErrors, code) ? serviceErrors[code as ServiceErrorCode] : undefined
}
