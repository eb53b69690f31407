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

const message = byId('message')

message.addEventListener('input', show)
for (const button of document.querySelectorAll('[data-sample]')) {
  button.addEventListener('click', () => {
    message.value = SAMPLES[button.dataset.sample]
    // A script's change fires no event: the counter and this page are told as of a person's.
    message.dispatchEvent(new Event('input', { bubbles: true }))
  })
}
message.value = SAMPLES.long
show()

function show() {
  const text = message.value
  const { encoding, parts, perSegment } = segment(text)
  const { toSaveSegment } = inspect(text)
  const unit = encoding === 'GSM-7' ? 'septets' : 'units'
  byId('delivered').textContent = text
  byId('receipt').textContent = parts.length === 1 ? 'Delivered' : `Delivered · joined from ${parts.length} segments`
  byId('explained').textContent = EXPLANATIONS[encoding]
  byId('alone').textContent = encoding === 'GSM-7' ? '160 septets' : '70 units'
  byId('several').textContent = encoding === 'GSM-7' ? '153 septets' : '67 units'
  byId('save').textContent = toSaveSegment === 0 ? 'It is one already' : `Remove ${toSaveSegment} ${unit}`
  const messages = parts.length > 255 ? [] : encode(text)
  const drawn = parts.slice(0, DRAWN).map((part, index) => bubble(part, messages[index], perSegment, index + 1))
  if (parts.length > DRAWN) drawn.push(made('li', 'rest', `and ${parts.length - DRAWN} more`))
  byId('segments').replaceChildren(...drawn)
}

/** A segment: its text, how full it is, and its octets when they are asked for. */
function bubble({ text, units }, octets, perSegment, number) {
  const item = made('li', 'bubble')
  const words = made('p', 'words', text)
  words.dir = 'auto'
  const caption = made('p', 'caption', `Segment ${number} · ${units}/${perSegment}`)
  item.append(words, caption)
  if (octets) {
    const details = made('details')
    const summary = made('summary', '', `${octets.userData.length} octets`)
    details.append(summary)
    details.addEventListener('toggle', () => details.open && details.append(hexOf(octets)), { once: true })
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
