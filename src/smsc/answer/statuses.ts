import { SeptetError } from 'septet'
import { describe } from '../../arguments'

/** A state of a message. */
export interface StatusMeaning {
  code: number
  /** A stable name. */
  name: string
  en: string
  ru: string
  /** Whether the state is final. A delivered message may still become read. */
  final: boolean
  delivered: boolean
  /** Whether the same message may be delivered if it is sent again, later or after a payment. */
  retry: boolean
}

type StatusFlags = '' | 'final' | 'final retry' | 'delivered final'
type StatusRow = readonly [code: number, name: string, en: string, ru: string, flags: StatusFlags]

function createStatusMeaning([code, name, en, ru, flags]: StatusRow): Readonly<StatusMeaning> {
  const has = (flag: string) => flags.split(' ').includes(flag)
  return { code, name, en, ru, final: has('final'), delivered: has('delivered'), retry: has('retry') }
}

/** Makes a table of rows by their code. It is made by a function, so that bundlers can leave out a table that is not used. */
function createTable<Row, Meaning extends { readonly code: number }>(
  createMeaning: (row: Row) => Meaning,
  rows: readonly Row[],
): Readonly<Record<number, Meaning>> {
  const table: Record<number, Meaning> = Object.create(null)
  for (const meaning of rows.map(createMeaning)) table[meaning.code] = meaning
  return Object.freeze(table)
}

// Codes and Russian words come from the service's pages of statuses and of errors in them, as public clients quote them
// (a C# library with a class for each error, a Go service that exports them, a Python provider of SMS, a SQL seed).
// They differ only in spelling. Only one of them has 2 to 4, which are of e-mail. The English words are ours, and so is
// `retry`.

/**
 * The states of a message, by the code in the answer of `status.php` and in the status callback. Newer codes are not
 * here.
 *
 * @example
 * statuses[1].name // 'delivered'
 * statuses[25].ru // 'Недоступный номер'
 */
export const statuses: Readonly<Record<number, Readonly<StatusMeaning>>> = /* @__PURE__ */ createTable(
  createStatusMeaning,
  [
    [-3, 'not-found', 'No message of this id to this number', 'Сообщение не найдено', 'final'],
    [-2, 'stopped', 'Stopped with its mailing, which may go on', 'Остановлено', ''],
    [-1, 'waiting', 'Waits to be sent', 'Ожидает отправки', ''],
    [0, 'sent', 'Given to the operator', 'Передано оператору', ''],
    [1, 'delivered', 'Delivered', 'Доставлено', 'delivered final'],
    [2, 'read', 'Read', 'Прочитано', 'delivered final'],
    [3, 'expired', 'Not delivered while it was valid', 'Просрочено', 'final retry'],
    [4, 'link-clicked', 'Delivered, and its link opened', 'Нажата ссылка', 'delivered final'],
    [20, 'undeliverable', 'Cannot be delivered', 'Невозможно доставить', 'final'],
    [22, 'wrong-number', 'Wrong number', 'Неверный номер', 'final'],
    [23, 'forbidden', 'Forbidden by the service', 'Запрещено', 'final'],
    [24, 'no-money', 'Not enough money in the account', 'Недостаточно средств', 'final retry'],
    [25, 'unreachable-number', 'The number cannot be reached', 'Недоступный номер', 'final retry'],
  ],
)

/** Why a message was not delivered. */
export interface StatusErrorMeaning {
  code: number
  /** A stable name. */
  name: string
  en: string
  ru: string
  /** Whether the same message may be delivered if it is sent again later. */
  retry: boolean
}

type ReasonRow = readonly [code: number, name: string, en: string, ru: string, retry?: 'retry']

function createErrorMeaning([code, name, en, ru, retry]: ReasonRow): Readonly<StatusErrorMeaning> {
  return { code, name, en, ru, retry: retry === 'retry' }
}

/**
 * Why a message has its state, by the code `err` next to it. Newer codes are not here.
 *
 * @example
 * statusErrors[6].name // 'absent-subscriber'
 * statusErrors[253].retry // false
 */
export const statusErrors: Readonly<Record<number, Readonly<StatusErrorMeaning>>> = /* @__PURE__ */ createTable(
  createErrorMeaning,
  [
    [0, 'none', 'No error', 'Нет ошибки'],
    [1, 'unknown-subscriber', 'There is no such subscriber', 'Абонент не существует'],
    [2, 'mailbox-full', 'E-mail: the mailbox is full', 'Почтовый ящик переполнен', 'retry'],
    [3, 'no-mail-server', 'E-mail: there is no such server', 'Сервер получателя не найден'],
    [4, 'mailbox-blocked', 'E-mail: the mailbox is blocked', 'Почтовый ящик заблокирован'],
    [6, 'absent-subscriber', 'The subscriber is offline', 'Абонент не в сети', 'retry'],
    [11, 'no-sms-service', 'The subscriber has no SMS service', 'Нет услуги SMS'],
    [12, 'phone-error', 'An error in the phone', 'Ошибка в телефоне абонента', 'retry'],
    [13, 'blocked-subscriber', 'The subscriber is blocked', 'Абонент заблокирован'],
    [21, 'unsupported', 'The phone does not support it', 'Нет поддержки сервиса'],
    [200, 'virtual', 'Sent virtually, as a test', 'Виртуальная отправка'],
    [219, 'sim-replaced', 'The SIM was replaced', 'Замена SIM-карты'],
    [220, 'queue-full', 'The queue of the operator is full', 'Переполнена очередь у оператора', 'retry'],
    [237, 'no-answer', 'The subscriber does not answer', 'Абонент не отвечает', 'retry'],
    [238, 'no-template', 'Only templates may be sent, and none fits', 'Нет шаблона'],
    [239, 'forbidden-address', 'Sent from an IP address that is not allowed', 'Запрещённый IP-адрес'],
    [240, 'busy', 'The subscriber is busy', 'Абонент занят', 'retry'],
    [241, 'conversion', 'An error of conversion', 'Ошибка конвертации'],
    [242, 'answering-machine', 'An answering machine took the call', 'Зафиксирован автоответчик', 'retry'],
    [243, 'no-contract', 'Mailings need a contract, and there is none', 'Не заключён договор'],
    [244, 'mailing-forbidden', 'Mailings are forbidden', 'Рассылки запрещены'],
    [245, 'no-status', 'No status came', 'Статус не получен', 'retry'],
    [246, 'time-limit', 'A limit of time', 'Ограничение по времени', 'retry'],
    [247, 'message-limit', 'Too many messages in a day', 'Превышен лимит сообщений', 'retry'],
    [248, 'no-route', 'There is no route', 'Нет маршрута'],
    [249, 'number-format', 'Wrong format of the number', 'Неверный формат номера'],
    [250, 'forbidden-by-settings', 'The number is forbidden by settings of the account', 'Номер запрещён настройками'],
    [251, 'number-limit', 'Too many messages to one number in a day', 'Превышен лимит на один номер', 'retry'],
    [252, 'forbidden-number', 'The number is forbidden by the service', 'Номер запрещён'],
    [253, 'spam-filter', 'Refused by the spam filter', 'Запрещено спам-фильтром'],
    [254, 'unregistered-sender', 'The sender is not registered', 'Незарегистрированный sender id'],
    [255, 'refused-by-operator', 'Refused by the operator', 'Отклонено оператором'],
  ],
)

/**
 * Whether the state of a message is final. An unknown code is read as not final.
 *
 * @param code the status, such as -1, 0 or 20; its digits may be a string
 * @returns true if you need not ask again
 * @throws {SeptetError} 'invalid-type'
 * @example
 * isFinalStatus(0) // false
 * isFinalStatus(20) // true
 */
export function isFinalStatus(code: number | string): boolean {
  return statuses[requireCode(code)]?.final ?? false
}

/**
 * Whether a message in this state has reached its phone.
 *
 * @param code the status: 1 delivered, 2 read, 4 link clicked; its digits may be a string
 * @returns true for these, false for all others
 * @throws {SeptetError} 'invalid-type'
 * @example
 * isDelivered(2) // true
 * isDelivered(3) // false
 */
export function isDelivered(code: number | string): boolean {
  return statuses[requireCode(code)]?.delivered ?? false
}

/** A code as a number, or as the digits in an answer. */
function requireCode(code: unknown): number {
  if (typeof code === 'number') return code
  if (typeof code === 'string' && /^-?\d+$/.test(code)) return Number(code)
  throw new SeptetError('invalid-type', 'code', code, `must be a number or a string of digits, got ${describe(code)}`)
}
