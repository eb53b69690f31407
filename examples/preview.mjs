// What a request to the SMSC HTTP API will cost, before anything is sent. It needs no network and no account.
import { preview } from 'septet/smsc'

const request = { phones: '79161234567, 79031234567', mes: 'Ваш заказ №15 готов. Ждём вас до 21:00!', charset: 'utf-8' }
const { n, cost, warnings, errors } = preview(request, { rates: { 7: '1.40', 7903: '1.25' } })
if (errors.length > 0) throw errors[0]
console.log(`${n} SMS, ${cost}`, warnings)
