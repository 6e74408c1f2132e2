# SPDX-License-Identifier: GPL-3.0-or-later
# The kept inputs of the fuzzers, through the same targets.
target_sources(core_tests PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/FuzzCorpusTests.cpp
    ${PROJECT_SOURCE_DIR}/tests/fuzz/FileTargets.cpp
    ${PROJECT_SOURCE_DIR}/tests/fuzz/FuzzTarget.cpp
    ${PROJECT_SOURCE_DIR}/tests/fuzz/TableTargets.cpp
    ${PROJECT_SOURCE_DIR}/tests/fuzz/WordTargets.cpp)
target_link_libraries(core_tests PRIVATE Sodium::Sodium)
