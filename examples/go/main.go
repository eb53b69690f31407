// The count of the bare module's manual, with wazero: go mod init example && go get github.com/tetratelabs/wazero && go run .
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/tetratelabs/wazero"
)

func main() {
	ctx := context.Background()
	code, err := os.ReadFile("septet.wasm")
	if err != nil {
		panic(err)
	}
	core, err := wazero.NewRuntime(ctx).Instantiate(ctx, code)
	if err != nil {
		panic(err)
	}
	at := uint32(core.ExportedGlobal("UTF8").Get())
	text := []byte("Привет")
	core.Memory().Write(at, text)
	n, err := core.ExportedFunction("countUtf8").Call(ctx, uint64(at), uint64(len(text)), 160, 153, 70, 67)
	if err != nil {
		panic(err)
	}
	fmt.Println(n[0]&1, n[0]>>32, n[0]>>1&0x7fffffff) // 1 6 1: UCS-2, 6 units, 1 segment
}
