// What an engine gives to clickhouse.wasm. The compiler names the module of these imports after this file.

/** Stops the query, with a message of `length` octets of UTF-8. */
export declare function clickhouse_throw(message: usize, length: i32): void
