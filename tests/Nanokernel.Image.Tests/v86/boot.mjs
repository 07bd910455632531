// Boots a Multiboot image in v86 and reports what it does, one JSON object a line:
//   {"port":"debug"|"COM1".."COM4","text":"..."} for each line of output, {"exit":n} when it ends.
// Use: node boot.mjs IMAGE [MEMORY_MIB] [TEXT_FOR_COM2]
// The caller bounds the time: this program runs until the image ends.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { V86 } from "v86";

const [path, memory = "64", input = ""] = process.argv.slice(2);
const debugConsolePort = 0xe9;
const exitPort = 0xf4;

const file = readFileSync(path);
const emulator = new V86({
  wasm_path: fileURLToPath(new URL("node_modules/v86/build/v86.wasm", import.meta.url)),
  memory_size: Number(memory) * 1024 * 1024,
  multiboot: { buffer: file.buffer.slice(file.byteOffset, file.byteOffset + file.length) },
  uart1: true,
  uart2: true,
  uart3: true,
  autostart: false,
  log_level: 0,
});

const report = message => process.stdout.write(JSON.stringify(message) + "\n");

const lines = new Map();
const add = (port, byte) => {
  const line = lines.get(port) ?? "";
  if (byte === 10) {
    report({ port, text: line });
    lines.set(port, "");
  } else {
    lines.set(port, line + String.fromCharCode(byte));
  }
};

emulator.add_listener("emulator-loaded", () => {
  const io = emulator.v86.cpu.io;
  io.register_write(debugConsolePort, null, byte => add("debug", byte));
  const end = value => {
    for (const [port, text] of lines) {
      if (text) report({ port, text });
    }
    report({ exit: value });
    process.exit(0);
  };
  // The port takes 8, 16 and 32 bits, like QEMU's isa-debug-exit of four ports.
  io.register_write(exitPort, null, end, end, end);
  for (let i = 0; i < 4; i++) {
    emulator.add_listener(`serial${i}-output-byte`, byte => add(`COM${i + 1}`, byte));
  }
  emulator.run();
  for (const byte of Buffer.from(input)) {
    emulator.bus.send("serial1-input", byte);
  }
});
