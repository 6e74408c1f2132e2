# SPDX-License-Identifier: GPL-3.0-or-later
# The pages of figures and bulletins.
target_sources(ui_tests PRIVATE ${CMAKE_CURRENT_LIST_DIR}/StatisticsPageTests.cpp ${CMAKE_CURRENT_LIST_DIR}/BulletinPageTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/BulletinEditorTests.cpp ${CMAKE_CURRENT_LIST_DIR}/BulletinEditorShowTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/BulletinComposerTests.cpp ${CMAKE_CURRENT_LIST_DIR}/BulletinMaterialTests.cpp
    ${CMAKE_CURRENT_LIST_DIR}/BestCasesTests.cpp ${CMAKE_CURRENT_LIST_DIR}/LayoutEditorTests.cpp)
target_link_libraries(ui_tests PRIVATE huiyin_ui huiyin_paper Qt6::Test)
