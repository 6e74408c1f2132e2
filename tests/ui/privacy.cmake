# SPDX-License-Identifier: GPL-3.0-or-later
# What of a citizen leaves the window, and what doesn't.
target_sources(ui_tests PRIVATE
    ${CMAKE_CURRENT_LIST_DIR}/PrivacyTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/DeskChangeTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/KilledWindowTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/LeakTests.cpp
    ${PROJECT_SOURCE_DIR}/tests/support/SecretHunt.cpp)
