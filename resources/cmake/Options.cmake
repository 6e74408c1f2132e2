# SPDX-License-Identifier: GPL-3.0-or-later
# Warnings and Qt definitions of every target of ours; linked PRIVATE.

add_library(huiyin_options INTERFACE)

target_compile_definitions(huiyin_options INTERFACE
    QT_NO_KEYWORDS
    QT_NO_CAST_FROM_ASCII
    QT_NO_CAST_TO_ASCII
    QT_NO_CAST_FROM_BYTEARRAY
    QT_NO_URL_CAST_FROM_STRING
    QT_NO_FOREACH
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
    QT_NO_CONTEXTLESS_CONNECT # from Qt 6.7 on
    QT_USE_QSTRINGBUILDER
    QT_DISABLE_DEPRECATED_BEFORE=0x060400
    HUIYIN_VERSION="${PROJECT_VERSION}")

if(MSVC)
    target_compile_options(huiyin_options INTERFACE /W4 /utf-8 /permissive- $<$<BOOL:${HUIYIN_WERROR}>:/WX>)
else()
    target_compile_options(huiyin_options INTERFACE
        -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wold-style-cast -Wsuggest-override
        $<$<BOOL:${HUIYIN_WERROR}>:-Werror>)
endif()

if(HUIYIN_SANITIZE)
    add_compile_options(-fsanitize=address,undefined -fno-omit-frame-pointer -fno-sanitize-recover=undefined)
    add_link_options(-fsanitize=address,undefined)
endif()

# For tests/fuzz: libFuzzer sees which branches an input takes; Qt's own assertions count as faults.
if(HUIYIN_FUZZ)
    if(NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
        message(FATAL_ERROR "HUIYIN_FUZZ needs clang: -DCMAKE_CXX_COMPILER=clang++")
    endif()
    add_compile_options(-O1 -gline-tables-only -fsanitize=fuzzer-no-link,address,undefined -fno-omit-frame-pointer
        -fno-sanitize-recover=undefined)
    add_compile_definitions(QT_FORCE_ASSERTS _GLIBCXX_ASSERTIONS)
    add_link_options(-fsanitize=address,undefined)
endif()
