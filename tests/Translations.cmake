# SPDX-License-Identifier: GPL-3.0-or-later
# The Chinese translation is complete: no entry unfinished, none empty. Run with -DROOT=<source>.
file(READ ${ROOT}/translations/huiyin_zh_CN.ts text)
string(REGEX MATCHALL "type=\"unfinished\"|<translation></translation>|<translation/>" open "${text}")
list(LENGTH open count)
if(count GREATER 0)
    message(FATAL_ERROR "${count} entries of huiyin_zh_CN.ts are not translated")
endif()

# A text is looked up by its class: a context that is no class, as the tool makes of a template's parameter, would
# never be found. “main”, “Code”, “Command” and “LayoutBlocks” are named where their texts are looked up.
file(GLOB_RECURSE sources ${ROOT}/core/*.h ${ROOT}/core/*.cpp ${ROOT}/ui/*.h ${ROOT}/ui/*.cpp ${ROOT}/app/*.h ${ROOT}/app/*.cpp)
set(code "")
foreach(source IN LISTS sources)
    file(READ ${source} one)
    string(REGEX MATCHALL "(class|struct) [A-Za-z]+( final)?( :|\n)|TR_FUNCTIONS\\([A-Za-z:]+\\)" names "${one}")
    string(APPEND code "${names};")
endforeach()
string(REGEX MATCHALL "<name>[^<]+</name>" contexts "${text}")
foreach(context IN LISTS contexts)
    string(REGEX REPLACE "<name>(huiyin::)?([^<]+)</name>" "\\2" name "${context}")
    if(NOT name MATCHES "^(main|Code|Command|LayoutBlocks)$" AND NOT code MATCHES "(class|struct) ${name}( final)?( :|\n)|TR_FUNCTIONS\\((huiyin::)?${name}\\)")
        message(FATAL_ERROR "the translation has texts of “${name}”, which is no class: tr() of a template?")
    endif()
endforeach()
