# SPDX-License-Identifier: GPL-3.0-or-later
# The computer's clock, and the desktop's lock of the screen where there is one.
target_sources(ui_tests PRIVATE ${CMAKE_CURRENT_LIST_DIR}/ClockNoticeTests.cpp)
find_package(Qt6 6.4 QUIET OPTIONAL_COMPONENTS DBus)
if(Qt6DBus_FOUND AND NOT WIN32)
    target_sources(ui_tests PRIVATE ${CMAKE_CURRENT_LIST_DIR}/SessionLockTests.cpp)
    target_link_libraries(ui_tests PRIVATE Qt6::DBus)
endif()
