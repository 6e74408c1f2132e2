// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

class QAbstractItemModel;
class QWidget;

namespace huiyin::test {

// A citizen whose data may be found nowhere but where they belong.
struct SecretPerson
{
    QString name{};
    QString phone{};
    QString address{}; // down to the door
    QString door{};
    QString card{};
    QString plate{};
};
QList<SecretPerson> secretPeople(int count);

// Looks for secrets in all that a program tells: texts of widgets, tips, titles, what is read aloud, models, scenes of
// charts, files. Signs between the characters of a number and markup are no disguise.
class SecretHunt
{
public:
    explicit SecretHunt(const QStringList &secrets);

    enum class Of { Visible, All };
    void lookAtWindows(Of which, const QString &where);
    void lookAtTree(const QWidget *root, const QString &where); // with what lies in it, hidden or not
    void lookAtWidget(const QWidget *widget, const QString &where);
    void lookAtModel(const QAbstractItemModel *model, const QString &where);
    void lookAtText(const QString &text, const QString &where);
    void lookAtBytes(const QByteArray &bytes, const QString &where); // as UTF-8, UTF-16 and GB18030
    // Every file below the folder whose name doesn't begin with `except`.
    void lookAtFolder(const QString &folder, const QString &except);

    [[nodiscard]] QStringList found() const { return m_found; } // "where: secret", each once
    [[nodiscard]] int texts() const { return m_texts; }         // that were looked at, each once

private:
    void look(const QString &bare, const QString &where);

    struct Secret
    {
        QString plain{};
        QString bare{}; // letters and digits alone
        QList<QByteArray> bytes{};
    };
    QList<Secret> m_secrets;
    QStringList m_found;
    QSet<QString> m_seen; // the same words stand in many places
    int m_texts = 0;
};

} // namespace huiyin::test
