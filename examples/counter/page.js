import 'septet/element'
import { encode, inspect, segment } from 'septet'

/** Segments drawn; a text of a thousand would fill the page. */
const DRAWN = 20

const SAMPLES = {
  plain: 'Hi Anna, your table for two is booked for tonight at 19:30. See you soon!',
  quotes: 'Don’t forget: your “late breakfast” is on us tomorrow – just show this message…',
  long: 'Dear Ms Walker, the parcel [4711-0815] you ordered on Monday has left our warehouse and will reach you tomorrow between 9 and 11. The driver takes cards and cash; 12 € are due at the door.',
  emoji: 'Happy birthday, Tom! 🎂 Ten years already, and not a day older. Drinks on me tonight 🍻',
  russian: 'Ваш заказ собран и ждёт вас в пункте выдачи до пятницы. Код получения: 4711. Возьмите с собой паспорт.',
  arabic: 'مرحبًا، تم تأكيد حجزك لليلة الجمعة الساعة الثامنة. نتطلع إلى رؤيتك!',
}

const EXPLANATIONS = {
  'GSM-7':
    'Every character is in the GSM 7-bit alphabet, so each takes seven bits, and 140 octets hold 160 of them. Only ^ { } \\ [ ~ ] | and € take two.',
  'UCS-2':
    'One character outside the GSM 7-bit alphabet is enough: the whole text is sent as 16-bit units, and 140 octets hold 70 of them. An emoji takes two or more.',
}

const NUMBER = new Intl.NumberFormat('en')

const message = byId('message')

message.addEventListener('input', show)
for (const button of document.querySelectorAll('[data-sample]')) {
  button.addEventListener('click', () => write(SAMPLES[button.dataset.sample]))
}
message.value = SAMPLES.long
show()

/** As a person types it, so that the draft it replaces comes back with Ctrl+Z, and the counter and this page hear of it. */
function write(text) {
  message.focus()
  message.select()
  if (document.execCommand('insertText', false, text)) return
  message.value = text
  message.dispatchEvent(new Event('input', { bubbles: true }))
}

function show() {
  const text = message.value
  const { encoding, parts, perSegment } = segment(text)
  const { toSaveSegment } = inspect(text)
  const unit = encoding === 'GSM-7' ? 'septet' : 'unit'
  byId('delivered').textContent = text
  byId('delivered').hidden = text === ''
  byId('receipt').textContent = receiptOf(text, parts.length)
  byId('explained').textContent = EXPLANATIONS[encoding]
  byId('alone').textContent = encoding === 'GSM-7' ? '160 septets' : '70 units'
  byId('several').textContent = encoding === 'GSM-7' ? '153 septets' : '67 units'
  byId('save').textContent = toSaveSegment === 0 ? 'It is one already' : `Remove ${many(toSaveSegment, unit)}`
  const messages = parts.length > 255 ? [] : encode(text)
  const list = byId('segments')
  const open = new Set([...list.querySelectorAll('details[open]')].map(({ dataset }) => dataset.number))
  const drawn = text === '' ? [] : parts.slice(0, DRAWN)
  const items = drawn.map((part, index) => bubble(part, messages[index], perSegment, index + 1, open))
  if (parts.length > DRAWN) items.push(made('li', 'rest', `and ${NUMBER.format(parts.length - DRAWN)} more`))
  if (text === '') items.push(made('li', 'rest', 'Nothing yet: write something, or take an example.'))
  list.replaceChildren(...items)
}

function receiptOf(text, segments) {
  if (text === '') return 'Nothing to deliver yet'
  return segments === 1 ? 'Delivered' : `Delivered · joined from ${many(segments, 'segment')}`
}

function many(n, what) {
  return `${NUMBER.format(n)} ${what}${n === 1 ? '' : 's'}`
}

/** A segment: its text, how full it is, and its octets when they are asked for; those in `open` are already. */
function bubble({ text, units }, octets, perSegment, number, open) {
  const item = made('li', 'bubble')
  const words = made('p', 'words', text)
  words.dir = 'auto'
  const caption = made('p', 'caption', `Segment ${number} · ${units}/${perSegment}`)
  item.append(words, caption)
  if (octets) {
    const details = made('details')
    const summary = made('summary', '', many(octets.userData.length, 'octet'))
    details.append(summary)
    details.dataset.number = number
    details.open = open.has(String(number))
    if (details.open) details.append(hexOf(octets))
    else details.addEventListener('toggle', () => details.append(hexOf(octets)), { once: true })
    item.append(details)
  }
  return item
}

/** The user data, its header apart. */
function hexOf({ userData, hasHeader }) {
  const hex = Array.from(userData, (octet) => octet.toString(16).padStart(2, '0'))
  const header = hasHeader ? userData[0] + 1 : 0
  const code = made('code', 'octets')
  code.tabIndex = 0
  if (header) {
    const first = made('span', 'header', hex.slice(0, header).join(' '))
    first.title = 'User data header: reference, total, sequence'
    code.append(first, ' ')
  }
  code.append(hex.slice(header).join(' '))
  return code
}

function made(name, className = '', text = '') {
  const element = document.createElement(name)
  if (className) element.className = className
  element.textContent = text
  return element
}

function byId(id) {
  return document.getElementById(id)
}
