/*
 * The binary interface between the kernel and partitions that are written in C or another language.
 * Generated from the types in Nanokernel.Abi, revision 4: do not edit. nanokernel_guest.h has functions that use it.
 */
#ifndef NANOKERNEL_H
#define NANOKERNEL_H

#include <stddef.h>
#include <stdint.h>

/* The revision of everything in this folder. Kernel, partitions and tools of one image carry the same one. */

/* The current revision. It rises with every change of a number or layout in this folder. */
#define NK_ABI_VERSION_CURRENT 4u

/* The offset of the message: the arguments and results of all methods. */
#define NK_CALL_HEADER_MESSAGE_OFFSET 128u
/* The value of refused when the server did not know the method. */
#define NK_CALL_HEADER_UNKNOWN_METHOD 1u
/* The value of refused when the server started anew before it answered. */
#define NK_CALL_HEADER_SERVER_RESTARTED 2u
/*
 * The start of the memory that one client of a call channel shares with its server. It holds one request: the number of a call that
 * is asked for, an odd one, or an even one while there is none. Each side writes only its own cache line, and in the message behind
 * it only its own fields: the client the arguments, the server the results.
 */
struct nk_call_header
{
    /* Offset 0. Odd: the number of the call that the client asks for. Even: there is none. Written by the client. */
    uint32_t requested;
    /* Offset 4. The method, by its place in the contract. Written by the client. */
    uint32_t method;
    /* Offset 8. Not zero: the client waits for the answer. Written by the client. */
    uint32_t client_waits;
    uint8_t reserved_12[52];
    /* Offset 64. The number of the call that was answered last. Written by the server. */
    uint32_t answered;
    /* Offset 68. Not zero: the call was not done, and why. Written by the server, or by the kernel while that starts anew. */
    uint32_t refused;
    /* Offset 72. Not zero: the server waits for a request. Written by the server. */
    uint32_t server_waits;
    uint8_t reserved_76[52];
};
_Static_assert(sizeof(struct nk_call_header) == 128, "struct nk_call_header");
_Static_assert(offsetof(struct nk_call_header, requested) == 0, "struct nk_call_header.requested");
_Static_assert(offsetof(struct nk_call_header, method) == 4, "struct nk_call_header.method");
_Static_assert(offsetof(struct nk_call_header, client_waits) == 8, "struct nk_call_header.client_waits");
_Static_assert(offsetof(struct nk_call_header, answered) == 64, "struct nk_call_header.answered");
_Static_assert(offsetof(struct nk_call_header, refused) == 68, "struct nk_call_header.refused");
_Static_assert(offsetof(struct nk_call_header, server_waits) == 72, "struct nk_call_header.server_waits");

/* One end of a channel as its partition sees it: 48 bytes in the information page, so that a peer cannot change it. */
struct nk_channel_end
{
    /*
     * Offset 0. The virtual address of the channel's memory; of a queue, that of the first ring: a struct nk_queue_header and its slots;
     * of a call channel, that of the first struct nk_call_header.
     */
    uint32_t address;
    /* Offset 4. The bytes of the memory at the address; of a queue or call channel, those of a ring or of one client. */
    uint32_t bytes;
    /*
     * Offset 8. The most messages that a ring holds; of a queue of records, the bytes; of an event, one bit for each partition that
     * posts it, by index.
     */
    uint32_t capacity;
    /* Offset 12. The number of slots of a ring, a power of two, less one; of a queue of records, the bytes, less 4. */
    uint32_t slot_mask;
    /* Offset 16. The bytes of one message, and from one slot to the next; of a queue of records, 1. */
    uint32_t message_bytes;
    /* Offset 20. The bytes from one of the end's rings, or clients, to the next. */
    uint32_t ring_stride;
    /* Offset 24. One bit for each partition at the other side, by index: those that NK_HYPERCALL_NOTIFY may wake. */
    uint32_t peers;
    /* Offset 28. The index of this end, an argument of NK_HYPERCALL_NOTIFY, and of its struct nk_channel_end_state. */
    uint32_t end_index;
    /* Offset 32. NK_CHANNEL_END_KIND_*. */
    uint32_t kind;
    /* Offset 36. What the kind is declared with: NK_QUEUE_OVERFLOW_POLICY_* or NK_EVENT_MODE_*. */
    uint32_t policy;
    /* Offset 40. FNV-1a, 32 bits, of the channel's name. */
    uint32_t name_hash;
    /* Offset 44. The fingerprint of the layout of what is sent, shared or called; 0 where there is nothing. */
    uint32_t fingerprint;
};
_Static_assert(sizeof(struct nk_channel_end) == 48, "struct nk_channel_end");
_Static_assert(offsetof(struct nk_channel_end, address) == 0, "struct nk_channel_end.address");
_Static_assert(offsetof(struct nk_channel_end, bytes) == 4, "struct nk_channel_end.bytes");
_Static_assert(offsetof(struct nk_channel_end, capacity) == 8, "struct nk_channel_end.capacity");
_Static_assert(offsetof(struct nk_channel_end, slot_mask) == 12, "struct nk_channel_end.slot_mask");
_Static_assert(offsetof(struct nk_channel_end, message_bytes) == 16, "struct nk_channel_end.message_bytes");
_Static_assert(offsetof(struct nk_channel_end, ring_stride) == 20, "struct nk_channel_end.ring_stride");
_Static_assert(offsetof(struct nk_channel_end, peers) == 24, "struct nk_channel_end.peers");
_Static_assert(offsetof(struct nk_channel_end, end_index) == 28, "struct nk_channel_end.end_index");
_Static_assert(offsetof(struct nk_channel_end, kind) == 32, "struct nk_channel_end.kind");
_Static_assert(offsetof(struct nk_channel_end, policy) == 36, "struct nk_channel_end.policy");
_Static_assert(offsetof(struct nk_channel_end, name_hash) == 40, "struct nk_channel_end.name_hash");
_Static_assert(offsetof(struct nk_channel_end, fingerprint) == 44, "struct nk_channel_end.fingerprint");

/* What a struct nk_channel_end is for. */

/* The sending end of a queue. */
#define NK_CHANNEL_END_KIND_QUEUE_SENDER 1u
/* The receiving end of a queue. */
#define NK_CHANNEL_END_KIND_QUEUE_RECEIVER 2u
/* Posts an event. */
#define NK_CHANNEL_END_KIND_EVENT_POSTER 3u
/* Waits for an event. */
#define NK_CHANNEL_END_KIND_EVENT_WAITER 4u
/* Reads and writes shared memory. */
#define NK_CHANNEL_END_KIND_SHARED_MEMORY_WRITER 5u
/* Reads shared memory. */
#define NK_CHANNEL_END_KIND_SHARED_MEMORY_READER 6u
/* Keeps a block of persistent memory. */
#define NK_CHANNEL_END_KIND_PERSISTENT_MEMORY_OWNER 7u
/* Takes a lock. */
#define NK_CHANNEL_END_KIND_LOCK_USER 8u
/* Calls the server of a call channel. */
#define NK_CHANNEL_END_KIND_CALL_CLIENT 9u
/* Serves the calls of a call channel. */
#define NK_CHANNEL_END_KIND_CALL_SERVER 10u
/* Has blocks of a pool of persistent memory. */
#define NK_CHANNEL_END_KIND_PERSISTENT_POOL_USER 11u
/* The sending end of a queue of records. */
#define NK_CHANNEL_END_KIND_RECORD_SENDER 12u
/* The receiving end of a queue of records. */
#define NK_CHANNEL_END_KIND_RECORD_RECEIVER 13u
/* Watches a partition. */
#define NK_CHANNEL_END_KIND_WATCHER 14u

/*
 * What a partition keeps of an end for itself: one of the records at NK_CONTROL_PAGE_CHANNEL_STATES_OFFSET of its control page,
 * which no peer sees. The kernel does not read it.
 */
struct nk_channel_end_state
{
    /* Offset 0. Of a receiving end, the bit in peers of the sender that the latest message came from. */
    uint32_t latest_peer;
    /* Offset 4. Messages that were lost at this end: not sent because a ring was full, overwritten before they were read, or spoilt. */
    uint32_t lost;
    /* Offset 8. Of an end of a queue of records, the bytes that the next Commit or Release adds besides those of its record. */
    uint32_t pending;
    /*
     * Offset 12. What is open. Of a queue, messages in the queue itself, to be written or read in place, that are not given back yet; of
     * a queue of records, one more than the bytes of the room for a record; of a block of persistent memory, one more than the answer of
     * its opening.
     */
    uint32_t opened;
};
_Static_assert(sizeof(struct nk_channel_end_state) == 16, "struct nk_channel_end_state");
_Static_assert(offsetof(struct nk_channel_end_state, latest_peer) == 0, "struct nk_channel_end_state.latest_peer");
_Static_assert(offsetof(struct nk_channel_end_state, lost) == 4, "struct nk_channel_end_state.lost");
_Static_assert(offsetof(struct nk_channel_end_state, pending) == 8, "struct nk_channel_end_state.pending");
_Static_assert(offsetof(struct nk_channel_end_state, opened) == 12, "struct nk_channel_end_state.opened");

/* The offset of the first struct nk_channel_end_state in the page; there is one for each end, by its index. */
#define NK_CONTROL_PAGE_CHANNEL_STATES_OFFSET 1024u
/* The offset of what the partition keeps of its blocks of persistent pools: no peer and no kernel reads it. */
#define NK_CONTROL_PAGE_POOL_BLOCKS_OFFSET 2048u
/*
 * The page that kernel and partition share: the partition's virtual interrupt flag and what waits for it. The kernel trusts nothing
 * in it; a partition that spoils it spoils only itself.
 */
struct nk_control_page
{
    /* Offset 0. Not zero: upcalls may be delivered. The kernel clears it when it delivers one. */
    uint32_t virtual_interrupt_flag;
    /* Offset 4. One bit for each NK_VIRTUAL_INTERRUPT_*; set by the kernel, cleared (atomically) by the partition. */
    uint32_t pending_interrupts;
    /* Offset 8. Where the partition was when the latest upcall came; EFLAGS and all registers are left as they were. */
    uint32_t interrupted_address;
    /* Offset 12. Counts upcalls delivered since the partition was entered. */
    uint32_t upcall_count;
    /*
     * Offset 16. Not zero: an exception may be handed to the partition, if it was declared to handle its own. The kernel clears it when
     * it hands one over; an exception that finds it clear stops the partition.
     */
    uint32_t exception_flag;
    /* Offset 20. The vector of the latest exception (SDM vol. 3A, table 6-1). */
    uint32_t exception_vector;
    /* Offset 24. Its error code, 0 where it has none. */
    uint32_t exception_error_code;
    /* Offset 28. CR2 at the exception: for a page fault, the address that was touched. */
    uint32_t exception_data_address;
    /* Offset 32. The instruction that raised it. */
    uint32_t exception_instruction;
    /* Offset 36. Counts the partition's heartbeats; the kernel looks whether it moves. */
    uint32_t heartbeat;
};
_Static_assert(sizeof(struct nk_control_page) == 40, "struct nk_control_page");
_Static_assert(offsetof(struct nk_control_page, virtual_interrupt_flag) == 0, "struct nk_control_page.virtual_interrupt_flag");
_Static_assert(offsetof(struct nk_control_page, pending_interrupts) == 4, "struct nk_control_page.pending_interrupts");
_Static_assert(offsetof(struct nk_control_page, interrupted_address) == 8, "struct nk_control_page.interrupted_address");
_Static_assert(offsetof(struct nk_control_page, upcall_count) == 12, "struct nk_control_page.upcall_count");
_Static_assert(offsetof(struct nk_control_page, exception_flag) == 16, "struct nk_control_page.exception_flag");
_Static_assert(offsetof(struct nk_control_page, exception_vector) == 20, "struct nk_control_page.exception_vector");
_Static_assert(offsetof(struct nk_control_page, exception_error_code) == 24, "struct nk_control_page.exception_error_code");
_Static_assert(offsetof(struct nk_control_page, exception_data_address) == 28, "struct nk_control_page.exception_data_address");
_Static_assert(offsetof(struct nk_control_page, exception_instruction) == 32, "struct nk_control_page.exception_instruction");
_Static_assert(offsetof(struct nk_control_page, heartbeat) == 36, "struct nk_control_page.heartbeat");

/*
 * CRC-32 of IEEE 802.3, 3.2.9 (reflected, polynomial 0xEDB88320), four bits at a time: the table is 64 bytes, and it finds every
 * change of up to 32 neighbouring bits.
 */

/* The state before the first byte. */
#define NK_CRC32_START 0xFFFFFFFFu

/* The shared memory of an event. All that post it or wait for it change both words, atomically. */
struct nk_event_header
{
    /* Offset 0. How many waiters may go on: 0 or 1, unless the event counts. It stays at its maximum, 2^32 - 1. */
    uint32_t count;
    uint8_t reserved_4[60];
    /* Offset 64. One bit for each partition that waits, by index: those that a post wakes. */
    uint32_t waiting;
    uint8_t reserved_68[60];
};
_Static_assert(sizeof(struct nk_event_header) == 128, "struct nk_event_header");
_Static_assert(offsetof(struct nk_event_header, count) == 0, "struct nk_event_header.count");
_Static_assert(offsetof(struct nk_event_header, waiting) == 64, "struct nk_event_header.waiting");

/* What becomes of an event that somebody has waited for: policy of its ends. */

/* A post lets one waiter go on, and is over then; posts before that are one. */
#define NK_EVENT_MODE_AUTO_RESET 0u
/* A post lets all waiters go on until it is reset. */
#define NK_EVENT_MODE_MANUAL_RESET 1u
/* Each post lets one waiter go on once. */
#define NK_EVENT_MODE_COUNTING 2u

/* What the kernel does about a fault: action. */

/* Nothing. The partition goes on, and nobody is told. */
#define NK_FAULT_ACTION_KIND_IGNORE 0u
/* The partition goes on, and its watchers are told. */
#define NK_FAULT_ACTION_KIND_NOTIFY 1u
/* The partition is stopped. */
#define NK_FAULT_ACTION_KIND_STOP 2u
/* The partition starts anew and finds its persistent memory. */
#define NK_FAULT_ACTION_KIND_RESTART 3u
/* The partition starts anew, and its persistent memory is as at first use. */
#define NK_FAULT_ACTION_KIND_RESTART_COLD 4u
/* The whole system ends. */
#define NK_FAULT_ACTION_KIND_HALT 5u

/* One of callers, 80 bytes. */
struct nk_fault_caller
{
    /* Offset 0. The address behind the call. */
    uint32_t address;
    /* Offset 4. The method that it lies in and the offset in it, UTF-8, filled up with zeros; empty without symbols. */
    uint8_t method[76];
};
_Static_assert(sizeof(struct nk_fault_caller) == 80, "struct nk_fault_caller");
_Static_assert(offsetof(struct nk_fault_caller, address) == 0, "struct nk_fault_caller.address");
_Static_assert(offsetof(struct nk_fault_caller, method) == 4, "struct nk_fault_caller.method");

/* What has happened to a partition: kind. */

/* An exception of the processor (SDM vol. 3A, table 6-1) that is not NK_FAULT_KIND_STACK_OVERFLOW. */
#define NK_FAULT_KIND_PROCESSOR_EXCEPTION 1u
/* The guard below the stack was touched. */
#define NK_FAULT_KIND_STACK_OVERFLOW 2u
/* throw was executed, and nobody caught it. */
#define NK_FAULT_KIND_UNHANDLED_EXCEPTION 3u
/* The partition gave itself up: Environment.FailFast, or a panic of its own. */
#define NK_FAULT_KIND_FAIL_FAST 4u
/* The heap has no room for an object. */
#define NK_FAULT_KIND_HEAP_EXHAUSTED 5u
/* An interrupt line asked more often than its limit allows. */
#define NK_FAULT_KIND_INTERRUPT_STORM 6u
/* No heartbeat came in time. */
#define NK_FAULT_KIND_MISSED_HEARTBEAT 7u
/* The partition had more to do than its budget of a period. */
#define NK_FAULT_KIND_BUDGET_EXHAUSTED 8u
/* A hypercall that there is not, or with arguments that it cannot have. */
#define NK_FAULT_KIND_ILLEGAL_HYPERCALL 9u
/* A watcher has asked for it. */
#define NK_FAULT_KIND_COMMANDED 10u
/* One more than the largest. */
#define NK_FAULT_KIND_COUNT 11u

/* The value of magic: "NKFL" in memory order. */
#define NK_FAULT_LOG_MAGIC_VALUE 0x4C464B4Eu
/* The most records that are kept. */
#define NK_FAULT_LOG_RECORD_MAXIMUM 7u
/* The bytes of header and records. */
#define NK_FAULT_LOG_BYTES 0x00004000u
/*
 * What the watchers of a partition see of it, read-only: this header, and behind it the latest NK_FAULT_LOG_RECORD_MAXIMUM records.
 * Record number n is at place (n - 1) % NK_FAULT_LOG_RECORD_MAXIMUM.
 */
struct nk_fault_log
{
    /* Offset 0. NK_FAULT_LOG_MAGIC_VALUE. */
    uint32_t magic;
    /* Offset 4. The partition's NK_PARTITION_STATE_*. */
    uint32_t state;
    /* Offset 8. How many records have been begun. */
    uint32_t record_count;
    /* Offset 12. How often the partition has been restarted. */
    uint32_t restarts;
    /* Offset 16. The exit code of a partition that has ended. */
    uint32_t exit_code;
    /* Offset 20. How many heartbeats were missed. */
    uint32_t missed_heartbeats;
    /* Offset 24. What the partition was started from: an NK_IMAGE_STATE_*. */
    uint32_t image_state;
    uint8_t reserved_28[2020];
};
_Static_assert(sizeof(struct nk_fault_log) == 2048, "struct nk_fault_log");
_Static_assert(offsetof(struct nk_fault_log, magic) == 0, "struct nk_fault_log.magic");
_Static_assert(offsetof(struct nk_fault_log, state) == 4, "struct nk_fault_log.state");
_Static_assert(offsetof(struct nk_fault_log, record_count) == 8, "struct nk_fault_log.record_count");
_Static_assert(offsetof(struct nk_fault_log, restarts) == 12, "struct nk_fault_log.restarts");
_Static_assert(offsetof(struct nk_fault_log, exit_code) == 16, "struct nk_fault_log.exit_code");
_Static_assert(offsetof(struct nk_fault_log, missed_heartbeats) == 20, "struct nk_fault_log.missed_heartbeats");
_Static_assert(offsetof(struct nk_fault_log, image_state) == 24, "struct nk_fault_log.image_state");

/* The value of magic: "NKFR" in memory order. */
#define NK_FAULT_RECORD_MAGIC_VALUE 0x52464B4Eu
/* The value of version. */
#define NK_FAULT_RECORD_VERSION_NUMBER 1u
/* The bytes of instruction. */
#define NK_FAULT_RECORD_INSTRUCTION_BYTES 16
/* The words of stack. */
#define NK_FAULT_RECORD_STACK_WORDS 24
/* The most callers. */
#define NK_FAULT_RECORD_CALLER_MAXIMUM 16
/* The bytes of text. */
#define NK_FAULT_RECORD_TEXT_BYTES 256
/* The bytes of console_tail. */
#define NK_FAULT_RECORD_CONSOLE_TAIL_BYTES 192
/*
 * What the kernel writes down of a fault, 2 KiB: the facts at once, before anybody else runs; callers, texts and the console's tail
 * when the partition has its turn, whose time that takes. Then is_complete is 1.
 */
struct nk_fault_record
{
    /* Offset 0. NK_FAULT_RECORD_MAGIC_VALUE. */
    uint32_t magic;
    /* Offset 4. NK_FAULT_RECORD_VERSION_NUMBER. */
    uint32_t version;
    /* Offset 8. The number of the record: 1 for the partition's first. */
    uint32_t number;
    /* Offset 12. Not zero: everything is written. */
    uint32_t is_complete;
    /* Offset 16. Which build of the partition this was. */
    uint64_t build_identity;
    /* Offset 24. When it happened, a TSC value. */
    uint64_t time;
    /* Offset 32. How long the partition had run until then, in TSC counts. */
    uint64_t processor_time;
    /* Offset 40. NK_FAULT_KIND_*. */
    uint32_t kind;
    /* Offset 44. NK_FAULT_ACTION_KIND_*: what is done about it. */
    uint32_t action;
    /* Offset 48. How often the partition had been restarted before. */
    uint32_t restarts;
    /* Offset 52. What the kind needs besides: an exception's vector, a storming interrupt line, a hypercall's number. */
    uint32_t detail;
    /* Offset 56. The error code of an exception, 0 where it has none. */
    uint32_t error_code;
    /* Offset 60. CR2: after a page fault, the address that was touched. */
    uint32_t data_address;
    /* Offset 64. CR0. */
    uint32_t cr0;
    /* Offset 68. CR3. */
    uint32_t cr3;
    /* Offset 72. CR4. */
    uint32_t cr4;
    /* Offset 76. EFLAGS. */
    uint32_t eflags;
    /* Offset 80. EDI. */
    uint32_t edi;
    /* Offset 84. ESI. */
    uint32_t esi;
    /* Offset 88. EBP. */
    uint32_t ebp;
    /* Offset 92. ESP. */
    uint32_t esp;
    /* Offset 96. EBX. */
    uint32_t ebx;
    /* Offset 100. EDX. */
    uint32_t edx;
    /* Offset 104. ECX. */
    uint32_t ecx;
    /* Offset 108. EAX. */
    uint32_t eax;
    /* Offset 112. EIP: the instruction that did it, or the one behind it. */
    uint32_t eip;
    /* Offset 116. How many bytes of instruction are those at EIP; the others could not be read. */
    uint32_t instruction_count;
    /* Offset 120. How many words of stack are those at ESP. */
    uint32_t stack_count;
    /* Offset 124. How many of callers there are. */
    uint32_t caller_count;
    /* Offset 128. The bytes at EIP. */
    uint8_t instruction[16];
    /* Offset 144. The words at ESP and above. */
    uint32_t stack[24];
    /* Offset 240. Where it happened: the method and the offset in it, UTF-8, filled up with zeros; empty without symbols. */
    uint8_t where[76];
    /* Offset 316. The callers, innermost first. */
    struct nk_fault_caller callers[16];
    uint8_t reserved_1596[4];
    /* Offset 1600. What the partition said of itself: the type of an exception and its message, UTF-8, filled up with zeros. */
    uint8_t text[256];
    /* Offset 1856. What it wrote last on the debug console, UTF-8, filled up with zeros. */
    uint8_t console_tail[192];
};
_Static_assert(sizeof(struct nk_fault_record) == 2048, "struct nk_fault_record");
_Static_assert(offsetof(struct nk_fault_record, magic) == 0, "struct nk_fault_record.magic");
_Static_assert(offsetof(struct nk_fault_record, version) == 4, "struct nk_fault_record.version");
_Static_assert(offsetof(struct nk_fault_record, number) == 8, "struct nk_fault_record.number");
_Static_assert(offsetof(struct nk_fault_record, is_complete) == 12, "struct nk_fault_record.is_complete");
_Static_assert(offsetof(struct nk_fault_record, build_identity) == 16, "struct nk_fault_record.build_identity");
_Static_assert(offsetof(struct nk_fault_record, time) == 24, "struct nk_fault_record.time");
_Static_assert(offsetof(struct nk_fault_record, processor_time) == 32, "struct nk_fault_record.processor_time");
_Static_assert(offsetof(struct nk_fault_record, kind) == 40, "struct nk_fault_record.kind");
_Static_assert(offsetof(struct nk_fault_record, action) == 44, "struct nk_fault_record.action");
_Static_assert(offsetof(struct nk_fault_record, restarts) == 48, "struct nk_fault_record.restarts");
_Static_assert(offsetof(struct nk_fault_record, detail) == 52, "struct nk_fault_record.detail");
_Static_assert(offsetof(struct nk_fault_record, error_code) == 56, "struct nk_fault_record.error_code");
_Static_assert(offsetof(struct nk_fault_record, data_address) == 60, "struct nk_fault_record.data_address");
_Static_assert(offsetof(struct nk_fault_record, cr0) == 64, "struct nk_fault_record.cr0");
_Static_assert(offsetof(struct nk_fault_record, cr3) == 68, "struct nk_fault_record.cr3");
_Static_assert(offsetof(struct nk_fault_record, cr4) == 72, "struct nk_fault_record.cr4");
_Static_assert(offsetof(struct nk_fault_record, eflags) == 76, "struct nk_fault_record.eflags");
_Static_assert(offsetof(struct nk_fault_record, edi) == 80, "struct nk_fault_record.edi");
_Static_assert(offsetof(struct nk_fault_record, esi) == 84, "struct nk_fault_record.esi");
_Static_assert(offsetof(struct nk_fault_record, ebp) == 88, "struct nk_fault_record.ebp");
_Static_assert(offsetof(struct nk_fault_record, esp) == 92, "struct nk_fault_record.esp");
_Static_assert(offsetof(struct nk_fault_record, ebx) == 96, "struct nk_fault_record.ebx");
_Static_assert(offsetof(struct nk_fault_record, edx) == 100, "struct nk_fault_record.edx");
_Static_assert(offsetof(struct nk_fault_record, ecx) == 104, "struct nk_fault_record.ecx");
_Static_assert(offsetof(struct nk_fault_record, eax) == 108, "struct nk_fault_record.eax");
_Static_assert(offsetof(struct nk_fault_record, eip) == 112, "struct nk_fault_record.eip");
_Static_assert(offsetof(struct nk_fault_record, instruction_count) == 116, "struct nk_fault_record.instruction_count");
_Static_assert(offsetof(struct nk_fault_record, stack_count) == 120, "struct nk_fault_record.stack_count");
_Static_assert(offsetof(struct nk_fault_record, caller_count) == 124, "struct nk_fault_record.caller_count");
_Static_assert(offsetof(struct nk_fault_record, instruction) == 128, "struct nk_fault_record.instruction");
_Static_assert(offsetof(struct nk_fault_record, stack) == 144, "struct nk_fault_record.stack");
_Static_assert(offsetof(struct nk_fault_record, where) == 240, "struct nk_fault_record.where");
_Static_assert(offsetof(struct nk_fault_record, callers) == 316, "struct nk_fault_record.callers");
_Static_assert(offsetof(struct nk_fault_record, text) == 1600, "struct nk_fault_record.text");
_Static_assert(offsetof(struct nk_fault_record, console_tail) == 1856, "struct nk_fault_record.console_tail");

/*
 * Hypercall numbers. A partition executes int NK_HYPERCALL_VECTOR with the number in EAX and arguments in ECX and EDX, and of one in
 * EBX; the result, zero or positive, or a negative NK_HYPERCALL_STATUS_*, comes back in EAX. All other registers are preserved.
 */

/* The interrupt vector of the hypercall gate, the only gate besides int3 and into that ring 3 may use. */
#define NK_HYPERCALL_VECTOR 64u
/* Does nothing and returns 0: the cost of the road into the kernel and back. */
#define NK_HYPERCALL_NULL 0u
/* Goes behind the partitions of equal priority that are ready. */
#define NK_HYPERCALL_YIELD 1u
/*
 * Blocks until an interrupt, a timer expiry or a notification has come for this partition since the last Wait, or the deadline (TSC
 * value; ECX low half, EDX high half; all ones: none) has passed. Returns 0 when woken, 1 when the deadline has passed or is at most
 * a count of the timer, or half a microsecond, ahead.
 */
#define NK_HYPERCALL_WAIT 2u
/* Arms the partition's one timer for a TSC value (ECX low, EDX high; all ones disarms): raises NK_VIRTUAL_INTERRUPT_TIMER. */
#define NK_HYPERCALL_SET_TIMER 3u
/*
 * Wakes partitions at the other side of the channel end with the index in ECX from their NK_HYPERCALL_WAIT: those in the mask in
 * EDX, as far as they are there. There is no upcall.
 */
#define NK_HYPERCALL_NOTIFY 4u
/* Unmasks the owned interrupt line in ECX: the completion of a level-triggered line, and the first enabling of any line. */
#define NK_HYPERCALL_UNMASK_INTERRUPT 5u
/* Masks the owned interrupt line in ECX. */
#define NK_HYPERCALL_MASK_INTERRUPT 6u
/*
 * Writes EDX bytes (at most NK_HYPERCALL_CONSOLE_WRITE_MAXIMUM) at address ECX to the debug console, up to the end of a line.
 * Returns the bytes written.
 */
#define NK_HYPERCALL_WRITE_CONSOLE 7u
/* Stops the calling partition with a fault record: ECX is the address of a struct nk_panic_request. Does not return. */
#define NK_HYPERCALL_PANIC 8u
/* Ends the calling partition with the exit code in ECX. Does not return. */
#define NK_HYPERCALL_EXIT 9u
/* Ends the system with the exit code in ECX (0 to 127), if the system grants that to the caller. Does not return then. */
#define NK_HYPERCALL_END_SYSTEM 10u
/* Returns, in EDX:EAX, the TSC counts since boot in which no partition ran. */
#define NK_HYPERCALL_GET_IDLE_TIME 11u
/*
 * Reads the configuration space of an owned PCI function. ECX: the index of the function in struct nk_information_page times
 * 0x10000, the bytes (1, 2 or 4) times 0x100, the register. Returns 0, and the value in EDX.
 */
#define NK_HYPERCALL_READ_PCI_CONFIGURATION 12u
/*
 * Writes EDX to the configuration space of an owned PCI function; ECX as for NK_HYPERCALL_READ_PCI_CONFIGURATION. What would change
 * addresses, the interrupt line, or how the function reaches memory beyond its declaration is NK_HYPERCALL_STATUS_NOT_PERMITTED.
 */
#define NK_HYPERCALL_WRITE_PCI_CONFIGURATION 13u
/*
 * Takes the lock at the channel end with the index in EBX; waits for it until a deadline (TSC value; ECX low half, EDX high half;
 * all ones: none; what has passed: not at all). While the caller waits, the holder runs in its place. Interrupts of the caller's
 * come through in the wait: the instruction is then executed again, with the registers that it had. Returns a NK_LOCK_OUTCOME_*;
 * NK_HYPERCALL_STATUS_INVALID_ARGUMENT: no lock is there; NK_HYPERCALL_STATUS_NOT_PERMITTED: the caller holds it;
 * NK_HYPERCALL_STATUS_DEADLOCK.
 */
#define NK_HYPERCALL_ACQUIRE_LOCK 14u
/*
 * Gives back the lock at the channel end with the index in ECX; the most urgent partition that waits for it holds it from then on.
 * Returns 0; NK_HYPERCALL_STATUS_INVALID_ARGUMENT: no lock is there; NK_HYPERCALL_STATUS_NOT_PERMITTED: the caller does not hold it.
 */
#define NK_HYPERCALL_RELEASE_LOCK 15u
/*
 * Finds or makes a block in the pool of persistent memory at the channel end with the index in EDX; ECX is the address of a struct
 * nk_persistent_block_request. Returns a NK_PERSISTENT_BLOCK_OUTCOME_*, and what it says of EDX there;
 * NK_HYPERCALL_STATUS_INVALID_ARGUMENT: no pool is there, or the request makes no sense.
 */
#define NK_HYPERCALL_OPEN_PERSISTENT_BLOCK 16u
/*
 * Asks for something to be done with the partition that the caller watches at the channel end with the index in ECX: a
 * NK_PARTITION_COMMAND_* in EDX. Returns 0; NK_HYPERCALL_STATUS_INVALID_ARGUMENT: no watch is there, or no such command.
 */
#define NK_HYPERCALL_COMMAND_PARTITION 17u
/*
 * Puts a new image for the partition that the caller watches at the channel end with the index in ECX into its place, and starts it
 * from there: EDX is the address of a struct nk_partition_image in the caller's memory, with its signature behind it. The kernel
 * copies and checks it in the caller's time, in which the caller can be interrupted, and the partition runs on. Returns an
 * NK_IMAGE_OUTCOME_*; NK_HYPERCALL_STATUS_INVALID_ARGUMENT: no watch is there, or the partition's image cannot be replaced.
 */
#define NK_HYPERCALL_REPLACE_IMAGE 18u
/* The number of hypercalls; numbers from here on are answered NK_HYPERCALL_STATUS_UNKNOWN_HYPERCALL. */
#define NK_HYPERCALL_COUNT 19u
/* The most bytes that one NK_HYPERCALL_WRITE_CONSOLE takes: it bounds the time in the kernel. */
#define NK_HYPERCALL_CONSOLE_WRITE_MAXIMUM 32u

/* Negative results of hypercalls. */

/* No hypercall has this number. */
#define NK_HYPERCALL_STATUS_UNKNOWN_HYPERCALL (-1)
/* The system does not give the calling partition this right. */
#define NK_HYPERCALL_STATUS_NOT_PERMITTED (-2)
/* An argument is out of range, or an address range is not the caller's. */
#define NK_HYPERCALL_STATUS_INVALID_ARGUMENT (-3)
/* The caller would wait for itself, over the partitions that hold the locks between. */
#define NK_HYPERCALL_STATUS_DEADLOCK (-4)

/* What the kernel answers to NK_HYPERCALL_REPLACE_IMAGE. */

/* The image is in its place, and the partition starts from it. */
#define NK_IMAGE_OUTCOME_ACCEPTED 0u
/* A new image of the partition has yet to show that it lives, or another watcher's is being checked. */
#define NK_IMAGE_OUTCOME_BUSY 1u
/* It is no image, or not a whole one, or larger than the room for it. */
#define NK_IMAGE_OUTCOME_MALFORMED 2u
/* It is for another system, or for another partition. */
#define NK_IMAGE_OUTCOME_FOREIGN 3u
/* Its signature is not one of the system's key. */
#define NK_IMAGE_OUTCOME_NOT_SIGNED 4u

/* What a partition was started from, as image_state says. */

/* From the image that the system was built with. */
#define NK_IMAGE_STATE_BUILT 0u
/* From a new one, which has yet to show that it lives. */
#define NK_IMAGE_STATE_ON_TRIAL 1u
/* From a new one, which does. */
#define NK_IMAGE_STATE_REPLACED 2u
/* From the one before, for a new one did not live. */
#define NK_IMAGE_STATE_FELL_BACK 3u

/* The value of magic: "NKPI" in memory order. */
#define NK_INFORMATION_PAGE_MAGIC_VALUE 0x49504B4Eu
/*
 * The offset of a 16-bit count for each partition, by index: how often one at the other side of a channel has been started anew.
 * Written by the kernel; each wraps.
 */
#define NK_INFORMATION_PAGE_RESTARTS_OFFSET 112u
/* The offset of the first struct nk_channel_end in the page. */
#define NK_INFORMATION_PAGE_CHANNEL_ENDS_OFFSET 256u
/* The most channel ends that a partition can have. */
#define NK_INFORMATION_PAGE_CHANNEL_END_MAXIMUM 48u
/* The offset of the first struct nk_pci_function_record in the page. */
#define NK_INFORMATION_PAGE_PCI_FUNCTIONS_OFFSET 2816u
/* The most PCI functions that a partition can have. */
#define NK_INFORMATION_PAGE_PCI_FUNCTION_MAXIMUM 8u
/* The offset of the first struct nk_memory_window in the page. */
#define NK_INFORMATION_PAGE_MEMORY_WINDOWS_OFFSET 3840u
/* The most memory windows that a partition can have. */
#define NK_INFORMATION_PAGE_MEMORY_WINDOW_MAXIMUM 8u
/*
 * What the build tells a partition (and the kernel about it), in a page that the partition can only read. It is followed, at offset
 * NK_INFORMATION_PAGE_CHANNEL_ENDS_OFFSET, by channel_end_count records of struct nk_channel_end.
 */
struct nk_information_page
{
    /* Offset 0. NK_INFORMATION_PAGE_MAGIC_VALUE. */
    uint32_t magic;
    /* Offset 4. NK_ABI_VERSION_CURRENT of the tools that made the image. */
    uint32_t abi_version;
    /* Offset 8. The partition's index: 0 is the highest priority. */
    uint32_t partition_index;
    /* Offset 12. How often the partition has been entered; 1 is the first time. */
    uint32_t generation;
    /* Offset 16. The entry point. */
    uint32_t entry_address;
    /* Offset 20. Where an upcall enters. */
    uint32_t upcall_address;
    /* Offset 24. The first byte of code. */
    uint32_t text_start;
    /* Offset 28. The first byte behind the code. */
    uint32_t text_end;
    /* Offset 32. The first byte of the heap. */
    uint32_t heap_start;
    /* Offset 36. The first byte behind the heap. */
    uint32_t heap_end;
    /* Offset 40. The lowest byte of the stack. */
    uint32_t stack_bottom;
    /* Offset 44. The first byte above the stack. */
    uint32_t stack_top;
    /* Offset 48. Where the kernel sees the symbol table, 0 for none; see struct nk_symbol_table. */
    uint32_t symbol_table_address;
    /* Offset 52. The number of struct nk_channel_end records. */
    uint32_t channel_end_count;
    /* Offset 56. TSC counts a second, measured at boot; filled in by the kernel. */
    uint64_t tsc_frequency;
    /* Offset 64. The TSC at boot, the zero of the system's clock; filled in by the kernel. */
    uint64_t tsc_at_boot;
    /* Offset 72. How the partition's console writes: 0 the debug console by hypercall, otherwise the port of an owned 16550 UART. */
    uint32_t console_port;
    /* Offset 76. The interrupt line of the console's UART, 0 if there is none. */
    uint32_t console_line;
    /* Offset 80. The TSC less this is the time that the partition has run; written by the kernel whenever it starts to run. */
    uint64_t processor_time_base;
    uint8_t reserved_88[8];
    /* Offset 96. The number of struct nk_memory_window records. */
    uint32_t memory_window_count;
    /* Offset 100. The number of struct nk_pci_function_record records. */
    uint32_t pci_function_count;
    /*
     * Offset 104. One bit for each partition at the other side of a channel that has ended or was stopped, by index; set by the kernel,
     * which wakes this partition then, and cleared when the other one starts anew.
     */
    uint32_t stopped_partitions;
    uint8_t reserved_108[52];
    /* Offset 160. Where an exception enters, for a partition that handles its own; 0: an exception stops it. */
    uint32_t exception_address;
    /* Offset 164. The first byte behind code, constants and data, at a page. */
    uint32_t image_end;
    /* Offset 168. Which build of the partition this is: fault records say it. */
    uint64_t build_identity;
};
_Static_assert(sizeof(struct nk_information_page) == 176, "struct nk_information_page");
_Static_assert(offsetof(struct nk_information_page, magic) == 0, "struct nk_information_page.magic");
_Static_assert(offsetof(struct nk_information_page, abi_version) == 4, "struct nk_information_page.abi_version");
_Static_assert(offsetof(struct nk_information_page, partition_index) == 8, "struct nk_information_page.partition_index");
_Static_assert(offsetof(struct nk_information_page, generation) == 12, "struct nk_information_page.generation");
_Static_assert(offsetof(struct nk_information_page, entry_address) == 16, "struct nk_information_page.entry_address");
_Static_assert(offsetof(struct nk_information_page, upcall_address) == 20, "struct nk_information_page.upcall_address");
_Static_assert(offsetof(struct nk_information_page, text_start) == 24, "struct nk_information_page.text_start");
_Static_assert(offsetof(struct nk_information_page, text_end) == 28, "struct nk_information_page.text_end");
_Static_assert(offsetof(struct nk_information_page, heap_start) == 32, "struct nk_information_page.heap_start");
_Static_assert(offsetof(struct nk_information_page, heap_end) == 36, "struct nk_information_page.heap_end");
_Static_assert(offsetof(struct nk_information_page, stack_bottom) == 40, "struct nk_information_page.stack_bottom");
_Static_assert(offsetof(struct nk_information_page, stack_top) == 44, "struct nk_information_page.stack_top");
_Static_assert(offsetof(struct nk_information_page, symbol_table_address) == 48, "struct nk_information_page.symbol_table_address");
_Static_assert(offsetof(struct nk_information_page, channel_end_count) == 52, "struct nk_information_page.channel_end_count");
_Static_assert(offsetof(struct nk_information_page, tsc_frequency) == 56, "struct nk_information_page.tsc_frequency");
_Static_assert(offsetof(struct nk_information_page, tsc_at_boot) == 64, "struct nk_information_page.tsc_at_boot");
_Static_assert(offsetof(struct nk_information_page, console_port) == 72, "struct nk_information_page.console_port");
_Static_assert(offsetof(struct nk_information_page, console_line) == 76, "struct nk_information_page.console_line");
_Static_assert(offsetof(struct nk_information_page, processor_time_base) == 80, "struct nk_information_page.processor_time_base");
_Static_assert(offsetof(struct nk_information_page, memory_window_count) == 96, "struct nk_information_page.memory_window_count");
_Static_assert(offsetof(struct nk_information_page, pci_function_count) == 100, "struct nk_information_page.pci_function_count");
_Static_assert(offsetof(struct nk_information_page, stopped_partitions) == 104, "struct nk_information_page.stopped_partitions");
_Static_assert(offsetof(struct nk_information_page, exception_address) == 160, "struct nk_information_page.exception_address");
_Static_assert(offsetof(struct nk_information_page, image_end) == 164, "struct nk_information_page.image_end");
_Static_assert(offsetof(struct nk_information_page, build_identity) == 168, "struct nk_information_page.build_identity");

/* The offset of the modulus, from its least significant word on, in the page. */
#define NK_KERNEL_INFORMATION_IMAGE_KEY_OFFSET 32u
/* The most words of the modulus, and so of a signature: those of 4096 bits. */
#define NK_KERNEL_INFORMATION_IMAGE_KEY_WORD_MAXIMUM 128u
/* The first page of the kernel's tables: what the build tells the kernel about itself once it is linked. */
struct nk_kernel_information
{
    /* Offset 0. Where the kernel sees its struct nk_symbol_table, 0 for none. */
    uint32_t symbol_table_address;
    /* Offset 4. The kernel's first byte of code. */
    uint32_t text_start;
    /* Offset 8. The first byte behind its code. */
    uint32_t text_end;
    /*
     * Offset 12. The words of the modulus that images are signed for, at NK_KERNEL_INFORMATION_IMAGE_KEY_OFFSET; 0 where none can be
     * replaced.
     */
    uint32_t image_key_words;
};
_Static_assert(sizeof(struct nk_kernel_information) == 16, "struct nk_kernel_information");
_Static_assert(offsetof(struct nk_kernel_information, symbol_table_address) == 0, "struct nk_kernel_information.symbol_table_address");
_Static_assert(offsetof(struct nk_kernel_information, text_start) == 4, "struct nk_kernel_information.text_start");
_Static_assert(offsetof(struct nk_kernel_information, text_end) == 8, "struct nk_kernel_information.text_end");
_Static_assert(offsetof(struct nk_kernel_information, image_key_words) == 12, "struct nk_kernel_information.image_key_words");

/* Results of NK_HYPERCALL_ACQUIRE_LOCK that are not a NK_HYPERCALL_STATUS_*. */

/* The caller holds the lock. */
#define NK_LOCK_OUTCOME_ACQUIRED 0
/* The deadline has passed, and the caller does not hold the lock. */
#define NK_LOCK_OUTCOME_TIMED_OUT 1
/* The caller holds the lock, and the partition that held it before ended without giving it back. */
#define NK_LOCK_OUTCOME_ABANDONED 2

/* The value of kind for the memory of a device. */
#define NK_MEMORY_WINDOW_DEVICE_MEMORY 3u
/* The value of kind for a buffer for a bus master. */
#define NK_MEMORY_WINDOW_DMA_BUFFER 4u
/*
 * A range of physical addresses that a partition sees, such as the memory of a device or a buffer for one: one of the records at
 * NK_INFORMATION_PAGE_MEMORY_WINDOWS_OFFSET.
 */
struct nk_memory_window
{
    /* Offset 0. Where the partition sees the first byte. */
    uint32_t address;
    /* Offset 4. The bytes. */
    uint32_t bytes;
    /* Offset 8. The physical address of the first byte. */
    uint32_t physical_address;
    /* Offset 12. What it is. */
    uint32_t kind;
    uint8_t reserved_16[16];
};
_Static_assert(sizeof(struct nk_memory_window) == 32, "struct nk_memory_window");
_Static_assert(offsetof(struct nk_memory_window, address) == 0, "struct nk_memory_window.address");
_Static_assert(offsetof(struct nk_memory_window, bytes) == 4, "struct nk_memory_window.bytes");
_Static_assert(offsetof(struct nk_memory_window, physical_address) == 8, "struct nk_memory_window.physical_address");
_Static_assert(offsetof(struct nk_memory_window, kind) == 12, "struct nk_memory_window.kind");

/* Why a partition asks to be stopped. */

/* throw was executed: there are no handlers. */
#define NK_PANIC_REASON_UNHANDLED_EXCEPTION 1u
/* The partition's heap has no room for an object. */
#define NK_PANIC_REASON_HEAP_EXHAUSTED 2u
/* Environment.FailFast was called. */
#define NK_PANIC_REASON_FAIL_FAST 3u

/*
 * What a partition hands over with NK_HYPERCALL_PANIC. Texts are UTF-16 in the partition's memory; the kernel checks the ranges and
 * cuts them.
 */
struct nk_panic_request
{
    /* Offset 0. A NK_PANIC_REASON_*. */
    uint32_t reason;
    /*
     * Offset 4. The address of the name of the exception's type, or 0. With a type_length of 0 it is the address of the type's method
     * table, whose name the kernel finds in the partition's symbol table.
     */
    uint32_t type_text;
    /* Offset 8. Its length in characters. */
    uint32_t type_length;
    /* Offset 12. The address of the message, or 0. */
    uint32_t message_text;
    /* Offset 16. Its length in characters. */
    uint32_t message_length;
};
_Static_assert(sizeof(struct nk_panic_request) == 20, "struct nk_panic_request");
_Static_assert(offsetof(struct nk_panic_request, reason) == 0, "struct nk_panic_request.reason");
_Static_assert(offsetof(struct nk_panic_request, type_text) == 4, "struct nk_panic_request.type_text");
_Static_assert(offsetof(struct nk_panic_request, type_length) == 8, "struct nk_panic_request.type_length");
_Static_assert(offsetof(struct nk_panic_request, message_text) == 12, "struct nk_panic_request.message_text");
_Static_assert(offsetof(struct nk_panic_request, message_length) == 16, "struct nk_panic_request.message_length");

/* What a watcher can ask for with NK_HYPERCALL_COMMAND_PARTITION. */

/* Stop the partition. */
#define NK_PARTITION_COMMAND_STOP 1u
/* Start it anew; it finds its persistent memory. */
#define NK_PARTITION_COMMAND_RESTART 2u
/* Start it anew, with persistent memory as at first use. */
#define NK_PARTITION_COMMAND_RESTART_COLD 3u

/* The value of magic: "NKIM" in memory order. */
#define NK_PARTITION_IMAGE_MAGIC_VALUE 0x4D494B4Eu
/* The bytes of the head without its segments, and so the offset of the first struct nk_partition_image_segment. */
#define NK_PARTITION_IMAGE_HEAD_BYTES 72u
/* The most segments. */
#define NK_PARTITION_IMAGE_SEGMENT_MAXIMUM 8u
/*
 * The head of an image of a partition, from which the kernel makes the partition what it is at its start: in the memory beside the
 * partition, and at the start of a file that a watcher puts there. Behind it lie a struct nk_partition_image_segment for each
 * segment, their contents, and the symbol table; behind the bytes of all that, in a file, the signature.
 */
struct nk_partition_image
{
    /* Offset 0. NK_PARTITION_IMAGE_MAGIC_VALUE. */
    uint32_t magic;
    /* Offset 4. The NK_CRC32_* of all bytes from offset 8 to the end. */
    uint32_t checksum;
    /* Offset 8. The identity of the system that it is for: everything that the system declares. */
    uint64_t system_identity;
    /* Offset 16. The index of the partition that it is for. */
    uint32_t partition_index;
    /* Offset 20. The bytes of head, segments, contents and symbol table, a multiple of 4. */
    uint32_t bytes;
    /* Offset 24. The number of segments. */
    uint32_t segment_count;
    /* Offset 28. The offset of the symbol table in the image; 0 for none. */
    uint32_t symbol_table_offset;
    /* Offset 32. entry_address; this and the next three are in the order that they have there. */
    uint32_t entry_address;
    /* Offset 36. upcall_address. */
    uint32_t upcall_address;
    /* Offset 40. text_start. */
    uint32_t text_start;
    /* Offset 44. text_end. */
    uint32_t text_end;
    /* Offset 48. exception_address; this and the next two are in the order that they have there. */
    uint32_t exception_address;
    /* Offset 52. image_end. */
    uint32_t image_end;
    /* Offset 56. build_identity. */
    uint64_t build_identity;
    /* Offset 64. The bytes of the signature behind bytes, for those who pass the image on; the kernel knows them itself. */
    uint32_t signature_bytes;
    uint8_t reserved_68[4];
};
_Static_assert(sizeof(struct nk_partition_image) == 72, "struct nk_partition_image");
_Static_assert(offsetof(struct nk_partition_image, magic) == 0, "struct nk_partition_image.magic");
_Static_assert(offsetof(struct nk_partition_image, checksum) == 4, "struct nk_partition_image.checksum");
_Static_assert(offsetof(struct nk_partition_image, system_identity) == 8, "struct nk_partition_image.system_identity");
_Static_assert(offsetof(struct nk_partition_image, partition_index) == 16, "struct nk_partition_image.partition_index");
_Static_assert(offsetof(struct nk_partition_image, bytes) == 20, "struct nk_partition_image.bytes");
_Static_assert(offsetof(struct nk_partition_image, segment_count) == 24, "struct nk_partition_image.segment_count");
_Static_assert(offsetof(struct nk_partition_image, symbol_table_offset) == 28, "struct nk_partition_image.symbol_table_offset");
_Static_assert(offsetof(struct nk_partition_image, entry_address) == 32, "struct nk_partition_image.entry_address");
_Static_assert(offsetof(struct nk_partition_image, upcall_address) == 36, "struct nk_partition_image.upcall_address");
_Static_assert(offsetof(struct nk_partition_image, text_start) == 40, "struct nk_partition_image.text_start");
_Static_assert(offsetof(struct nk_partition_image, text_end) == 44, "struct nk_partition_image.text_end");
_Static_assert(offsetof(struct nk_partition_image, exception_address) == 48, "struct nk_partition_image.exception_address");
_Static_assert(offsetof(struct nk_partition_image, image_end) == 52, "struct nk_partition_image.image_end");
_Static_assert(offsetof(struct nk_partition_image, build_identity) == 56, "struct nk_partition_image.build_identity");
_Static_assert(offsetof(struct nk_partition_image, signature_bytes) == 64, "struct nk_partition_image.signature_bytes");

/* The value of access for constants. */
#define NK_PARTITION_IMAGE_SEGMENT_READ 0u
/* The value of access for data. */
#define NK_PARTITION_IMAGE_SEGMENT_READ_WRITE 1u
/* The value of access for code. */
#define NK_PARTITION_IMAGE_SEGMENT_READ_EXECUTE 2u
/* A part of a struct nk_partition_image. */
struct nk_partition_image_segment
{
    /* Offset 0. Where the partition sees it, at a page. */
    uint32_t address;
    /* Offset 4. The bytes of memory, a multiple of 4; behind its content it is zero. */
    uint32_t memory_bytes;
    /* Offset 8. Where its content lies in the image, at a multiple of 4. */
    uint32_t offset;
    /* Offset 12. The bytes of its content, a multiple of 4. */
    uint32_t bytes;
    /* Offset 16. NK_PARTITION_IMAGE_SEGMENT_READ, NK_PARTITION_IMAGE_SEGMENT_READ_WRITE or NK_PARTITION_IMAGE_SEGMENT_READ_EXECUTE. */
    uint32_t access;
};
_Static_assert(sizeof(struct nk_partition_image_segment) == 20, "struct nk_partition_image_segment");
_Static_assert(offsetof(struct nk_partition_image_segment, address) == 0, "struct nk_partition_image_segment.address");
_Static_assert(offsetof(struct nk_partition_image_segment, memory_bytes) == 4, "struct nk_partition_image_segment.memory_bytes");
_Static_assert(offsetof(struct nk_partition_image_segment, offset) == 8, "struct nk_partition_image_segment.offset");
_Static_assert(offsetof(struct nk_partition_image_segment, bytes) == 12, "struct nk_partition_image_segment.bytes");
_Static_assert(offsetof(struct nk_partition_image_segment, access) == 16, "struct nk_partition_image_segment.access");

/* What has become of a partition: state. */

/* It runs, or waits. */
#define NK_PARTITION_STATE_RUNNING 0u
/* It has a fault that is being recorded, and may be about to start anew. */
#define NK_PARTITION_STATE_RECOVERING 1u
/* It is stopped after a fault. */
#define NK_PARTITION_STATE_STOPPED 2u
/* It has returned. */
#define NK_PARTITION_STATE_ENDED 3u

/* The value of kind for memory. */
#define NK_PCI_BAR_RECORD_MEMORY 1u
/* The value of kind for I/O ports. */
#define NK_PCI_BAR_RECORD_PORTS 2u
/* A BAR of a struct nk_pci_function_record. */
struct nk_pci_bar_record
{
    /* Offset 0. Where the partition sees the first byte, or the first port. */
    uint32_t address;
    /* Offset 4. The bytes of memory, or the number of ports. */
    uint32_t size;
    /* Offset 8. What it stands for; 0 where it is not declared. */
    uint32_t kind;
};
_Static_assert(sizeof(struct nk_pci_bar_record) == 12, "struct nk_pci_bar_record");
_Static_assert(offsetof(struct nk_pci_bar_record, address) == 0, "struct nk_pci_bar_record.address");
_Static_assert(offsetof(struct nk_pci_bar_record, size) == 4, "struct nk_pci_bar_record.size");
_Static_assert(offsetof(struct nk_pci_bar_record, kind) == 8, "struct nk_pci_bar_record.kind");

/* The bytes of name. */
#define NK_PCI_FUNCTION_RECORD_NAME_BYTES 32
/* The number of BARs that a function can have. */
#define NK_PCI_FUNCTION_RECORD_BAR_COUNT 6
/*
 * A PCI function of a partition: one of the records at NK_INFORMATION_PAGE_PCI_FUNCTIONS_OFFSET. The build writes what is declared,
 * the kernel at boot what it has found.
 */
struct nk_pci_function_record
{
    /* Offset 0. The declared name in ASCII, filled up with zeros. */
    uint8_t name[32];
    /* Offset 32. Its place: bits 16-23 the bus, 11-15 the device, 8-10 the function. */
    uint32_t location;
    /* Offset 36. Register 0x00: bits 0-15 the vendor ID, 16-31 the device ID. */
    uint32_t identification;
    /* Offset 40. Register 0x08: from bit 24 down base class, sub-class, programming interface and revision. */
    uint32_t class_and_revision;
    /* Offset 44. Its interrupt line; 0 where none is declared. */
    uint32_t interrupt_line;
    /* Offset 48. Its BARs by index; those that are not declared are empty. */
    struct nk_pci_bar_record bars[6];
    uint8_t reserved_120[8];
};
_Static_assert(sizeof(struct nk_pci_function_record) == 128, "struct nk_pci_function_record");
_Static_assert(offsetof(struct nk_pci_function_record, name) == 0, "struct nk_pci_function_record.name");
_Static_assert(offsetof(struct nk_pci_function_record, location) == 32, "struct nk_pci_function_record.location");
_Static_assert(offsetof(struct nk_pci_function_record, identification) == 36, "struct nk_pci_function_record.identification");
_Static_assert(offsetof(struct nk_pci_function_record, class_and_revision) == 40, "struct nk_pci_function_record.class_and_revision");
_Static_assert(offsetof(struct nk_pci_function_record, interrupt_line) == 44, "struct nk_pci_function_record.interrupt_line");
_Static_assert(offsetof(struct nk_pci_function_record, bars) == 48, "struct nk_pci_function_record.bars");

/* The value of magic: "NKPB" in memory order. */
#define NK_PERSISTENT_BLOCK_MAGIC_VALUE 0x42504B4Eu
/* The bytes of a head. */
#define NK_PERSISTENT_BLOCK_HEAD_BYTES 32u
/*
 * The head of one of the two copies of a block of persistent memory; the content follows it. The owner works on the first copy; the
 * second has what was committed last. While a commit brings the second up to date, the first is whole, with a higher generation.
 */
struct nk_persistent_block
{
    /* Offset 0. NK_PERSISTENT_BLOCK_MAGIC_VALUE in a copy that is whole; 0 while it is changed. It is written last. */
    uint32_t magic;
    /* Offset 4. FNV-1a, 32 bits, of the block's name. */
    uint32_t name_hash;
    /* Offset 8. The fingerprint of the content's layout. */
    uint32_t fingerprint;
    /* Offset 12. The bytes of the content. */
    uint32_t content_bytes;
    /* Offset 16. Counts commits; wraps at 2^32. */
    uint32_t generation;
    /* Offset 20. CRC-32 (IEEE 802.3) of the five words above, then of the content. */
    uint32_t checksum;
    uint8_t reserved_24[8];
};
_Static_assert(sizeof(struct nk_persistent_block) == 32, "struct nk_persistent_block");
_Static_assert(offsetof(struct nk_persistent_block, magic) == 0, "struct nk_persistent_block.magic");
_Static_assert(offsetof(struct nk_persistent_block, name_hash) == 4, "struct nk_persistent_block.name_hash");
_Static_assert(offsetof(struct nk_persistent_block, fingerprint) == 8, "struct nk_persistent_block.fingerprint");
_Static_assert(offsetof(struct nk_persistent_block, content_bytes) == 12, "struct nk_persistent_block.content_bytes");
_Static_assert(offsetof(struct nk_persistent_block, generation) == 16, "struct nk_persistent_block.generation");
_Static_assert(offsetof(struct nk_persistent_block, checksum) == 20, "struct nk_persistent_block.checksum");

/* Results of NK_HYPERCALL_OPEN_PERSISTENT_BLOCK that are not a NK_HYPERCALL_STATUS_*. */

/* The block was asked for before; EDX is its offset in the pool. */
#define NK_PERSISTENT_BLOCK_OUTCOME_FOUND 0
/* The block is new; EDX is its offset in the pool. What is in it is anything. */
#define NK_PERSISTENT_BLOCK_OUTCOME_CREATED 1
/* The block was asked for before with another size; EDX is that. */
#define NK_PERSISTENT_BLOCK_OUTCOME_OTHER_SIZE 2
/* What is free of the pool is smaller. */
#define NK_PERSISTENT_BLOCK_OUTCOME_POOL_FULL 3
/* The pool has as many blocks as the history has room for. */
#define NK_PERSISTENT_BLOCK_OUTCOME_TOO_MANY_BLOCKS 4
/* The search is not at its end: ask again, with EDX in searched. */
#define NK_PERSISTENT_BLOCK_OUTCOME_UNFINISHED 5

/* The most bytes of an identifier. */
#define NK_PERSISTENT_BLOCK_REQUEST_IDENTIFIER_BYTES 32
/* The words that have them. */
#define NK_PERSISTENT_BLOCK_REQUEST_IDENTIFIER_WORDS 8
/* What a partition asks a pool of persistent memory for. */
struct nk_persistent_block_request
{
    /* Offset 0. The identifier: any bytes, zeros behind them. */
    uint8_t identifier[32];
    /* Offset 32. The bytes that are wanted, 1 or more. */
    uint32_t bytes;
    /* Offset 36. How many blocks were searched before: 0 at first, then what the kernel said. */
    uint32_t searched;
};
_Static_assert(sizeof(struct nk_persistent_block_request) == 40, "struct nk_persistent_block_request");
_Static_assert(offsetof(struct nk_persistent_block_request, identifier) == 0, "struct nk_persistent_block_request.identifier");
_Static_assert(offsetof(struct nk_persistent_block_request, bytes) == 32, "struct nk_persistent_block_request.bytes");
_Static_assert(offsetof(struct nk_persistent_block_request, searched) == 36, "struct nk_persistent_block_request.searched");

/* The offset of the first slot. */
#define NK_QUEUE_HEADER_SLOTS_OFFSET 128u
/*
 * The start of a ring in shared memory: what one sender has for one receiver. Tail and head count messages and wrap at 2^32; the
 * ring holds tail - head of them. Each side writes only its own cache line and checks what it reads of the other's on every use.
 */
struct nk_queue_header
{
    /* Messages sent. Written by the sender. */
    uint32_t tail;
    /* Not zero: the sender waits for space. Written by the sender. */
    uint32_t sender_waits;
    uint8_t reserved_8[56];
    /* Messages received. Written by the receiver. */
    uint32_t head;
    /* Not zero: the receiver waits for a message. Written by the receiver. */
    uint32_t receiver_waits;
    uint8_t reserved_72[56];
};
_Static_assert(sizeof(struct nk_queue_header) == 128, "struct nk_queue_header");
_Static_assert(offsetof(struct nk_queue_header, tail) == 0, "struct nk_queue_header.tail");
_Static_assert(offsetof(struct nk_queue_header, sender_waits) == 4, "struct nk_queue_header.sender_waits");
_Static_assert(offsetof(struct nk_queue_header, head) == 64, "struct nk_queue_header.head");
_Static_assert(offsetof(struct nk_queue_header, receiver_waits) == 68, "struct nk_queue_header.receiver_waits");

/* What becomes of a message for a full queue: policy of its ends. */

/* The sender waits until there is room. */
#define NK_QUEUE_OVERFLOW_POLICY_BLOCK 0u
/* The message is not sent, and counted. */
#define NK_QUEUE_OVERFLOW_POLICY_REJECT 1u
/* The oldest message makes room, and the receiver counts it. */
#define NK_QUEUE_OVERFLOW_POLICY_OVERWRITE_OLDEST 2u

/*
 * How records stand in a ring of bytes behind a struct nk_queue_header, whose counters count bytes here: a word with the record's
 * length, then the record in one piece, then as much as leads to the next multiple of 4. Where it would not fit before the end of
 * the ring, the word NK_RECORD_HEADER_SKIP says that it stands at the start.
 */

/* The bytes of the word before a record. */
#define NK_RECORD_HEADER_BYTES 4u
/* In place of a length: the rest of the ring is empty. */
#define NK_RECORD_HEADER_SKIP 0xFFFFFFFFu

/* The bytes of channel. */
#define NK_REQUESTED_END_CHANNEL_BYTES 32
/* The bytes of message_type. */
#define NK_REQUESTED_END_MESSAGE_TYPE_BYTES 56
/*
 * A channel end that an executable asks for: one of the records in its section .nanokernel.ends, which the build reads and holds
 * against the system.
 */
struct nk_requested_end
{
    /* Offset 0. NK_CHANNEL_END_KIND_*. */
    uint32_t kind;
    /* Offset 4. The bytes of what is sent or shared; 0 where there is nothing. */
    uint32_t message_bytes;
    /* Offset 8. The channel's name in ASCII, filled up with zeros. */
    uint8_t channel[32];
    /* Offset 40. What the type of the message is called, for findings, filled up with zeros. */
    uint8_t message_type[56];
};
_Static_assert(sizeof(struct nk_requested_end) == 96, "struct nk_requested_end");
_Static_assert(offsetof(struct nk_requested_end, kind) == 0, "struct nk_requested_end.kind");
_Static_assert(offsetof(struct nk_requested_end, message_bytes) == 4, "struct nk_requested_end.message_bytes");
_Static_assert(offsetof(struct nk_requested_end, channel) == 8, "struct nk_requested_end.channel");
_Static_assert(offsetof(struct nk_requested_end, message_type) == 40, "struct nk_requested_end.message_type");

/* The value of magic: "NKST" in memory order. */
#define NK_SYMBOL_TABLE_MAGIC_VALUE 0x54534B4Eu
/* The most bytes of a name; longer ones are cut. */
#define NK_SYMBOL_TABLE_NAME_BYTES_MAXIMUM 120
/*
 * Names for addresses, for fault records: a header, then count entries of two words (address of the method's first byte, offset of
 * its name from the table's start), sorted by address, then the names: a byte with the length, then UTF-8. Functions come first; an
 * entry with an empty name is the end of the code; behind it come the method tables of types, to be found by their exact addresses.
 */
struct nk_symbol_table
{
    /* Offset 0. NK_SYMBOL_TABLE_MAGIC_VALUE. */
    uint32_t magic;
    /* Offset 4. The number of entries. */
    uint32_t count;
    /* Offset 8. The bytes of the whole table. */
    uint32_t bytes;
};
_Static_assert(sizeof(struct nk_symbol_table) == 12, "struct nk_symbol_table");
_Static_assert(offsetof(struct nk_symbol_table, magic) == 0, "struct nk_symbol_table.magic");
_Static_assert(offsetof(struct nk_symbol_table, count) == 4, "struct nk_symbol_table.count");
_Static_assert(offsetof(struct nk_symbol_table, bytes) == 8, "struct nk_symbol_table.bytes");

/* The value of magic: "NKTR". */
#define NK_TRACE_HEADER_EXPECTED_MAGIC 0x52544B4Eu
/* The value of version. */
#define NK_TRACE_HEADER_CURRENT_VERSION 1u
/* The offset of the first record. */
#define NK_TRACE_HEADER_RECORDS_OFFSET 0x00001000u
/* The offset of written. */
#define NK_TRACE_HEADER_WRITTEN_OFFSET 16u
/*
 * The first page of the kernel's trace; the struct nk_trace_records follow in the next. Record n of all that were ever written is at
 * place n modulo the capacity, and is whole once written is larger than n.
 */
struct nk_trace_header
{
    /* Offset 0. NK_TRACE_HEADER_EXPECTED_MAGIC: the ring has been begun. */
    uint32_t magic;
    /* Offset 4. NK_TRACE_HEADER_CURRENT_VERSION. */
    uint32_t version;
    /* Offset 8. How many records there is room for, a power of two. */
    uint32_t capacity;
    /* Offset 12. How often the kernel has started since the ring was begun. */
    uint32_t boots;
    /* Offset 16. How many records have been written since the ring was begun. */
    uint64_t written;
    /* Offset 24. Of which system this is the trace: the kernel of another one begins the ring anew. */
    uint64_t identity;
    /* Offset 32. Counts of the TSC a second, as the latest start has measured it. */
    uint64_t tsc_frequency;
    /* Offset 40. The TSC at the latest start. */
    uint64_t tsc_at_boot;
};
_Static_assert(sizeof(struct nk_trace_header) == 48, "struct nk_trace_header");
_Static_assert(offsetof(struct nk_trace_header, magic) == 0, "struct nk_trace_header.magic");
_Static_assert(offsetof(struct nk_trace_header, version) == 4, "struct nk_trace_header.version");
_Static_assert(offsetof(struct nk_trace_header, capacity) == 8, "struct nk_trace_header.capacity");
_Static_assert(offsetof(struct nk_trace_header, boots) == 12, "struct nk_trace_header.boots");
_Static_assert(offsetof(struct nk_trace_header, written) == 16, "struct nk_trace_header.written");
_Static_assert(offsetof(struct nk_trace_header, identity) == 24, "struct nk_trace_header.identity");
_Static_assert(offsetof(struct nk_trace_header, tsc_frequency) == 32, "struct nk_trace_header.tsc_frequency");
_Static_assert(offsetof(struct nk_trace_header, tsc_at_boot) == 40, "struct nk_trace_header.tsc_at_boot");

/* What a struct nk_trace_record tells. Detail and argument that are not named are 0. */

#define NK_TRACE_KIND_NONE 0
#define NK_TRACE_KIND_BOOT 1
#define NK_TRACE_KIND_SWITCH 2
#define NK_TRACE_KIND_INTERRUPT 3
#define NK_TRACE_KIND_TIMER 4
#define NK_TRACE_KIND_EXPIRY 5
#define NK_TRACE_KIND_HYPERCALL 6
#define NK_TRACE_KIND_UNKNOWN_HYPERCALL 7
#define NK_TRACE_KIND_NOTIFICATION 8
#define NK_TRACE_KIND_UPCALL 9
#define NK_TRACE_KIND_EXCEPTION 10
#define NK_TRACE_KIND_FAULT 11
#define NK_TRACE_KIND_END 12
#define NK_TRACE_KIND_SYSTEM_END 13
#define NK_TRACE_KIND_KERNEL_FAULT 14
#define NK_TRACE_KIND_RESTART 15

/* The bytes of a record. */
#define NK_TRACE_RECORD_BYTES 16u
/* The value of partition where there is none. */
#define NK_TRACE_RECORD_NO_PARTITION 255
/* One event of the kernel's trace. The kernel's stub writes the words from kind on as two of 32 bits. */
struct nk_trace_record
{
    /* Offset 0. When it happened, a TSC value. */
    uint64_t time;
    /* Offset 8. What happened. */
    uint8_t kind;
    /* Offset 9. The index of the partition that it happened to, or NK_TRACE_RECORD_NO_PARTITION. */
    uint8_t partition;
    /* Offset 10. See kind. */
    uint16_t detail;
    /* Offset 12. See kind. */
    uint32_t argument;
};
_Static_assert(sizeof(struct nk_trace_record) == 16, "struct nk_trace_record");
_Static_assert(offsetof(struct nk_trace_record, time) == 0, "struct nk_trace_record.time");
_Static_assert(offsetof(struct nk_trace_record, kind) == 8, "struct nk_trace_record.kind");
_Static_assert(offsetof(struct nk_trace_record, partition) == 9, "struct nk_trace_record.partition");
_Static_assert(offsetof(struct nk_trace_record, detail) == 10, "struct nk_trace_record.detail");
_Static_assert(offsetof(struct nk_trace_record, argument) == 12, "struct nk_trace_record.argument");

/* Bit numbers in pending_interrupts. Bits 0 to 15 are the interrupt lines of the 8259 pair. */

/* The number of hardware lines. */
#define NK_VIRTUAL_INTERRUPT_LINE_COUNT 16
/* The partition's timer (NK_HYPERCALL_SET_TIMER) has expired. */
#define NK_VIRTUAL_INTERRUPT_TIMER 16
/* The number of virtual interrupts. */
#define NK_VIRTUAL_INTERRUPT_COUNT 17

/*
 * Where things lie in every partition's address space.
 * 0x00000000  nothing: null dereferences fault
 * 0x00400000  the partition: text and constants (read-only), data, guard, heap, guard, stack, guard
 * 0xB0000000  control page (read-write)
 * 0xB0001000  information page (read-only)
 * 0xB0100000  channels, where the layout puts them
 * 0xB6000000  shared memory at addresses that the system chooses
 * 0xB8000000  memory of the partition's devices, then its buffers for bus masters
 * 0xC0000000  the kernel: physical memory from 0 on, as far as the kernel needs it, supervisor only
 * 0xD0000000  in the kernel's half of a partition that can start anew: its image, to be restored there
 * 0xE0000000  the copy that it is restored from, where its image cannot be replaced
 * 0xF0000000  the images that can be replaced, two for each such partition, in its own half and in those of its watchers
 * 0xFC000000  in the kernel's half of a partition whose image can be replaced: its page tables, from  on
 * 0xFD000000  the kernel's histories of pools of persistent memory, a page each, where the system has any
 * 0xFE000000  the kernel's trace, where the system declares one
 * 0xFF000000  the kernel's devices: local APIC, I/O APIC, HPET, where the system uses them
 */

/* The bytes of a page. */
#define NK_VIRTUAL_MEMORY_MAP_PAGE_SIZE 0x00001000u
/* The first byte of the partition's image; its entry stub is here. */
#define NK_VIRTUAL_MEMORY_MAP_PARTITION_BASE 0x00400000u
/* The partition's struct nk_control_page. */
#define NK_VIRTUAL_MEMORY_MAP_CONTROL_PAGE 0xB0000000u
/* The partition's struct nk_information_page. */
#define NK_VIRTUAL_MEMORY_MAP_INFORMATION_PAGE 0xB0001000u
/* The first channel. */
#define NK_VIRTUAL_MEMORY_MAP_CHANNEL_BASE 0xB0100000u
/* The first address that a system can choose for shared memory; the layout puts nothing here. */
#define NK_VIRTUAL_MEMORY_MAP_CHOSEN_CHANNEL_BASE 0xB6000000u
/* The first memory of the partition's devices, behind the last address for channels. */
#define NK_VIRTUAL_MEMORY_MAP_DEVICE_MEMORY_BASE 0xB8000000u
/* The most bytes of device memory and buffers for bus masters, in whole pages, that a partition sees. */
#define NK_VIRTUAL_MEMORY_MAP_DEVICE_MEMORY_BYTES 0x08000000u
/* Where the kernel sees physical address 0. */
#define NK_VIRTUAL_MEMORY_MAP_KERNEL_BASE 0xC0000000u
/*
 * Where the kernel, in the address space of a partition that can start anew, can write that partition's image, from
 * NK_VIRTUAL_MEMORY_MAP_PARTITION_BASE on.
 */
#define NK_VIRTUAL_MEMORY_MAP_RESTORED_IMAGE 0xD0000000u
/* Where it sees the copy of that image. */
#define NK_VIRTUAL_MEMORY_MAP_IMAGE_COPY 0xE0000000u
/* The most bytes of an image that can be restored. */
#define NK_VIRTUAL_MEMORY_MAP_RESTORED_IMAGE_BYTES 0x10000000u
/* Where it sees images that can be replaced; each has its address in the whole system. */
#define NK_VIRTUAL_MEMORY_MAP_IMAGE_SLOTS 0xF0000000u
/*
 * Where it sees the page tables of such an image, in that partition's address space: an entry of 4 bytes for each page, or of 8
 * under PAE.
 */
#define NK_VIRTUAL_MEMORY_MAP_IMAGE_PAGE_TABLES 0xFC000000u
/* Where the kernel sees its histories of pools of persistent memory, a page each. */
#define NK_VIRTUAL_MEMORY_MAP_PERSISTENT_HISTORIES 0xFD000000u
/* Where the kernel sees its trace: the struct nk_trace_header, and the records in the next page. */
#define NK_VIRTUAL_MEMORY_MAP_TRACE 0xFE000000u
/* The most bytes of the trace's records. */
#define NK_VIRTUAL_MEMORY_MAP_TRACE_RECORD_BYTES 0x00800000u
/* Where the kernel sees the registers of the local APIC, one page. */
#define NK_VIRTUAL_MEMORY_MAP_LOCAL_APIC 0xFF000000u
/* Where the kernel sees the registers of the I/O APIC, one page. */
#define NK_VIRTUAL_MEMORY_MAP_IO_APIC 0xFF001000u
/* Where the kernel sees the registers of the HPET, one page. */
#define NK_VIRTUAL_MEMORY_MAP_HPET 0xFF002000u
/* Where the kernel looks, at boot only, at tables of the firmware that lie beyond what it sees otherwise: 8 MiB. */
#define NK_VIRTUAL_MEMORY_MAP_FIRMWARE_WINDOW 0xFF400000u
/* Where the loader puts the kernel; nothing of the image lies below. */
#define NK_VIRTUAL_MEMORY_MAP_KERNEL_PHYSICAL_BASE 0x00100000u
/* The end of the physical memory set aside for the kernel, its tables, the symbol tables, control and information pages. */
#define NK_VIRTUAL_MEMORY_MAP_KERNEL_PHYSICAL_END 0x00400000u

#endif
