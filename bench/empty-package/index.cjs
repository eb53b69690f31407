exports.nothing = undefined
