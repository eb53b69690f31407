// The push family, WAP push: Service Indication, Service Loading, and the PDU around them.
export { CUTS, OCTETS, RESULT, TEXT, WINDOW } from '../memory'
export { readFields, readPush, writePush } from '../wap/push'
export { readServiceIndication, writeServiceIndication } from '../wap/service-indication'
export { readServiceLoading, writeServiceLoading } from '../wap/service-loading'
