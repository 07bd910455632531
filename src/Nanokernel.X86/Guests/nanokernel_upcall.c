/*
 * Interrupts of a partition in C: link it in, and define nk_on_interrupts. Without it the partition polls. Where the partition's code uses
 * x87, MMX or SSE registers, compile this file with -DNK_SAVE_FLOATING_POINT: the handler may come between any two instructions.
 */
#include "nanokernel_guest.h"

void nk_run_pending(void);

_Static_assert(NK_VIRTUAL_MEMORY_MAP_CONTROL_PAGE == 0xB0000000u, "the addresses below");
_Static_assert(offsetof(struct nk_control_page, virtual_interrupt_flag) == 0, "the addresses below");
_Static_assert(offsetof(struct nk_control_page, pending_interrupts) == 4, "the addresses below");
_Static_assert(offsetof(struct nk_control_page, interrupted_address) == 8, "the addresses below");

#ifdef NK_SAVE_FLOATING_POINT
/* FXSAVE wants 16-byte alignment (SDM vol. 2A); FNINIT because the interrupted code may have filled the x87 stack. */
#define NK_SAVE "    subl $512, %esp\n    andl $-16, %esp\n    fxsave (%esp)\n    fninit\n"
#define NK_RESTORE "    fxrstor (%esp)\n"
/* Tells the build that the registers are saved. */
const char nk_upcall_saves_floating_point = 1;
#else
#define NK_SAVE "    andl $-16, %esp\n"
#define NK_RESTORE ""
#endif

/*
 * The kernel enters here with all registers as they were, the virtual interrupt flag cleared, and the interrupted address in the control
 * page. Once the flag is set again, the next upcall may come before RET; a storm of them would then fill the stack. So an upcall that has
 * interrupted the last instructions takes over their frame:
 *
 *   stack at nk_upcall_tail:    EFLAGS, return address        (registers are restored)
 *   stack at nk_upcall_return:  return address                (EFLAGS are restored too)
 */
__asm__(".text\n"
        ".globl nk_upcall_entry\n"
        ".type nk_upcall_entry, @function\n"
        "nk_upcall_entry:\n"
        "    pushl 0xB0000008\n"
        "    pushfl\n"
        "    pusha\n"
        "    movl 0xB0000008, %eax\n"
        "    cmpl $nk_upcall_again, %eax\n"
        "    ja 3f\n"
        "    cmpl $nk_upcall_tail, %eax\n"
        "    jb 3f\n"
        "    cmpl $nk_upcall_return, %eax\n"
        "    je 2f\n"
        /* In the tail but not at RET: our EFLAGS and return address are superfluous, those of the interrupted frame lie below them. */
        "    popa\n"
        "    leal 8(%esp), %esp\n"
        "1:  pusha\n"
        "    jmp 3f\n"
        /* At RET: our return address is superfluous, our EFLAGS are the ones to keep. */
        "2:  popa\n"
        "    popfl\n"
        "    leal 4(%esp), %esp\n"
        "    pushfl\n"
        "    pusha\n"
        "3:  cld\n"
        "    movl %esp, %ebp\n"
        NK_SAVE
        "    call nk_run_pending\n"
        NK_RESTORE
        "    movl %ebp, %esp\n"
        "    popa\n"
        "    movl $1, 0xB0000000\n"
        /* From here on the next upcall may come. What became pending while the flag was 0 is not delivered by itself. */
        "nk_upcall_tail:\n"
        "    cmpl $0, 0xB0000004\n"
        "    jne nk_upcall_again\n"
        "    popfl\n"
        "nk_upcall_return:\n"
        "    ret\n"
        "nk_upcall_again:\n"
        "    movl $0, 0xB0000000\n"
        "    jmp 1b\n"
        ".size nk_upcall_entry, . - nk_upcall_entry\n");

void nk_run_pending(void)
{
    nk_on_interrupts(nk_take_interrupts());
}
