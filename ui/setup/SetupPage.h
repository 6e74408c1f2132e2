// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shell/Page.h"

class QListWidget;
class QStackedWidget;

namespace huiyin {

class ImportSection;
class LayoutSection;
class OfficeEditor;
class Panel;

// 设置: the office and its own words. Sections on the left, what belongs to one on the right.
class SetupPage : public Page
{
    Q_OBJECT

public:
    explicit SetupPage(const PageContext &context, QWidget *parent = nullptr);

    void showPart(const QString &part) override; // "office", "departments" …
    [[nodiscard]] bool wouldLose() const override;
    [[nodiscard]] bool isKept() const override;
    void leave(const std::function<void(bool)> &answer) override;

protected:
    void hideEvent(QHideEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void tellUnsaved();
    void giveRoom(); // to what is chosen
    void leaveOffice(const std::function<void(bool)> &answer);
    void addSection(const QString &name, const QString &icon, const QString &title, QWidget *content);

    Panel *m_left;
    QListWidget *m_sections;
    QStackedWidget *m_stack;
    Panel *m_panel;
    OfficeEditor *m_office;
    ImportSection *m_import;
    LayoutSection *m_layouts;
};

} // namespace huiyin
