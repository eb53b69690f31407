// Of the package only a class is used: the core, its tables and its JavaScript build must not come along.
import { SeptetError } from 'septet'

console.log(new SeptetError('unsupported', 'text', '', 'is not used').code)
