# SPDX-License-Identifier: GPL-3.0-or-later
# The Chinese translation is complete: no entry unfinished, none empty. Run with -DROOT=<source>.
file(READ ${ROOT}/translations/huiyin_zh_CN.ts text)
string(REGEX MATCHALL "type=\"unfinished\"|<translation></translation>|<translation/>" open "${text}")
list(LENGTH open count)
if(count GREATER 0)
    message(FATAL_ERROR "${count} entries of huiyin_zh_CN.ts are not translated")
endif()
